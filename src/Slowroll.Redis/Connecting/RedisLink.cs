using Slowroll.Threading;
using StackExchange.Redis;

namespace Slowroll.Redis.Connecting;

/// <summary>The connection of a source: it is made when it is needed for the first time, and again if that
/// failed.</summary>
/// <param name="connect">Makes it.</param>
/// <param name="isOwned">Whether it is disposed with the source.</param>
internal sealed class RedisLink(Func<CancellationToken, Task<IConnectionMultiplexer>> connect, bool isOwned)
    : IAsyncDisposable
{
    private readonly CancellationTokenSource _lifetime = new();
    private readonly object _gate = new();
    private Task<IConnectionMultiplexer>? _connecting;
    private bool _isDisposed;

    /// <summary>Gives the connection. All callers wait for the same one; a caller that gives up doesn't end
    /// it.</summary>
    /// <exception cref="ObjectDisposedException">The source was disposed.</exception>
    public async Task<IConnectionMultiplexer> GetAsync(CancellationToken cancellationToken)
    {
        Task<IConnectionMultiplexer> connecting;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(RedisConfigSource));
            if (_connecting is null or { IsFaulted: true } or { IsCanceled: true })
                _connecting = Begin();
            connecting = _connecting;
        }

        return await connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        Task<IConnectionMultiplexer>? connecting;
        lock (_gate)
        {
            if (_isDisposed)
                return;
            _isDisposed = true;
            connecting = _connecting;
        }

        await _lifetime.CancelAsync().ConfigureAwait(false);
        if (connecting is null || !isOwned)
            return;

        // A connection that is still being made is disposed when it is made: nobody waits for that.
        var closing = CloseAsync(connecting);
        if (connecting.IsCompleted)
            await closing.ConfigureAwait(false);
    }

    private Task<IConnectionMultiplexer> Begin()
    {
        var connecting = Detached.Run(() => connect(_lifetime.Token));

        // The callers may have given up: then nobody looks at the exception.
        Detached.Observe(connecting);
        return connecting;
    }

    private static async Task CloseAsync(Task<IConnectionMultiplexer> connecting)
    {
        try
        {
            await (await connecting.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The connection is given up, whatever is wrong with it.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
