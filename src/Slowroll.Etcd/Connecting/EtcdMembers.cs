using Grpc.Core;
using Slowroll.Texts;

namespace Slowroll.Etcd.Connecting;

/// <summary>The members of a cluster. One is asked; if it doesn't answer, the next one.</summary>
internal sealed class EtcdMembers : IDisposable
{
    private readonly IReadOnlyList<CallInvoker> _members;
    private readonly IReadOnlyList<IDisposable> _channels;
    private readonly EtcdLogin _login;
    private readonly TimeSpan _timeout;
    private int _preferred;

    private EtcdMembers(
        string name, IReadOnlyList<CallInvoker> members, IReadOnlyList<IDisposable> channels, EtcdConfigOptions options)
    {
        (Name, _members, _channels) = (name, members, channels);
        _login = new EtcdLogin(options.UserName, options.Password);
        _timeout = options.MemberTimeout;
#pragma warning disable CA5394 // Spreads a fleet over the members, protects nothing.
        _preferred = Random.Shared.Next(members.Count);
#pragma warning restore CA5394
    }

    /// <summary>The cluster as it may be shown.</summary>
    public string Name { get; }

    /// <summary>Members at these addresses.</summary>
    /// <exception cref="ArgumentException">One of them isn't http or https, or has a user in it.</exception>
    public static EtcdMembers At(string endpoints, EtcdConfigOptions options)
    {
        var addresses = MemberAddress.AllOf(endpoints);
        var channels = addresses.Select(address => MemberChannel.Open(address, options)).ToList();
        return new EtcdMembers(
            $"etcd at {OneLine.List(", ", addresses, UrlText.NameOf)}",
            [.. channels.Select(channel => channel.CreateCallInvoker())],
            channels,
            options);
    }

    /// <summary>A cluster behind a channel of the program.</summary>
    public static EtcdMembers Behind(CallInvoker invoker, EtcdConfigOptions options) =>
        new("etcd", [invoker], [], options);

    /// <summary>Asks until a member answers.</summary>
    /// <exception cref="RpcException">No member answers, or one refuses the call.</exception>
    public async Task<T> AskAsync<T>(
        Func<CallInvoker, CallOptions, AsyncUnaryCall<T>> ask, CancellationToken cancellationToken)
    {
        var first = Volatile.Read(ref _preferred);
        for (var tried = 1; ; tried++)
        {
            var member = (first + tried - 1) % _members.Count;
            try
            {
                var answer = await AskAsync(_members[member], ask, cancellationToken).ConfigureAwait(false);
                Volatile.Write(ref _preferred, member);
                return answer;
            }
            catch (RpcException exception) when (
                tried < _members.Count && MayAnotherAnswer(exception) && !cancellationToken.IsCancellationRequested)
            {
                // The next member is asked.
            }
        }
    }

    /// <summary>Opens a stream to the member that has answered last.</summary>
    public async Task<T> StreamAsync<T>(
        Func<CallInvoker, CallOptions, T> open, CancellationToken cancellationToken)
    {
        var member = _members[Volatile.Read(ref _preferred)];
        var headers = await _login.HeadersAsync(member, Deadline, cancellationToken).ConfigureAwait(false);

        // A member that is cut off from the others would stay silent for ever.
        headers.Add("hasleader", "true");
        return open(member, new CallOptions(headers, cancellationToken: cancellationToken));
    }

    /// <inheritdoc cref="EtcdLogin.Drops"/>
    public bool DropsToken(string answer) => _login.Drops(answer);

    public void Dispose()
    {
        foreach (var channel in _channels)
            channel.Dispose();
    }

    private DateTime Deadline => DateTime.UtcNow + _timeout;

    private async Task<T> AskAsync<T>(
        CallInvoker member, Func<CallInvoker, CallOptions, AsyncUnaryCall<T>> ask, CancellationToken cancellationToken)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var deadline = Deadline;
            var headers = await _login.HeadersAsync(member, deadline, cancellationToken).ConfigureAwait(false);
            try
            {
                using var call = ask(member, new CallOptions(headers, deadline, cancellationToken));
                return await call.ResponseAsync.ConfigureAwait(false);
            }
            catch (RpcException exception) when (isFirst && _login.Drops(exception.Status.Detail))
            {
                // The member is asked once more, with another token.
            }
        }
    }

    private static bool MayAnotherAnswer(RpcException exception) => exception.StatusCode
        is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Internal or StatusCode.Unknown
        or StatusCode.Cancelled or StatusCode.Aborted;
}
