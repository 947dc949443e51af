using System.Collections.Concurrent;
using Etcdserverpb;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Slowroll.Servers.Tests.Etcd;

/// <summary>Counts the calls of a program's channel, and can delay each watch or end it in etcd's place.</summary>
/// <param name="endOfWatch">What each watch is answered; null for what etcd answers.</param>
/// <param name="until">Until then no watch hears of anything; null for at once.</param>
internal sealed class ObservedEtcd(WatchResponse? endOfWatch = null, Task? until = null) : Interceptor
{
    private readonly ConcurrentDictionary<string, int> _calls = new();

    /// <summary>How often a method was called, such as <c>Range</c>.</summary>
    public int CallsOf(string method) => _calls.GetValueOrDefault(method);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        Count(context.Method.Name);
        return continuation(request, context);
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        Count(context.Method.Name);
        if (endOfWatch is not null)
        {
            return new(
                new Nowhere<TRequest>(), new Once<TResponse>((TResponse)(object)endOfWatch),
                Task.FromResult<Metadata>([]), static () => Status.DefaultSuccess, static () => [], static () => { });
        }

        var call = continuation(context);
        return new(
            call.RequestStream, new Held<TResponse>(call.ResponseStream, until ?? Task.CompletedTask),
            call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    private void Count(string method) => _calls.AddOrUpdate(method, 1, static (_, before) => before + 1);

    private sealed class Nowhere<T> : IClientStreamWriter<T>
    {
        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(T message) => Task.CompletedTask;

        public Task WriteAsync(T message, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task CompleteAsync() => Task.CompletedTask;
    }

    private sealed class Held<T>(IAsyncStreamReader<T> real, Task until) : IAsyncStreamReader<T>
    {
        public T Current => real.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            await until.WaitAsync(cancellationToken);
            return await real.MoveNext(cancellationToken);
        }
    }

    private sealed class Once<T>(T current) : IAsyncStreamReader<T>
    {
        private bool _isRead;

        public T Current => current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            await Task.Yield();
            (var isFirst, _isRead) = (!_isRead, true);
            return isFirst;
        }
    }
}
