using Slowroll.Threading;
using StackExchange.Redis;

namespace Slowroll.Redis.Watching;

/// <summary>Listens to a channel. A connection that is restored counts as an announcement too: what was announced while
/// it was lost never arrives.</summary>
/// <remarks>The connection may be one of the program, which lives longer: nothing stays on it, neither after a
/// subscription that failed nor at the end.</remarks>
internal sealed class Announcements(RedisChannel channel) : IAsyncDisposable
{
    // Disposing waits so long for a server that hangs. The handler is removed all the same, when the client gives up.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Wakeup _wakeup = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private IConnectionMultiplexer? _redis;
    private bool _isSubscribed;
    private volatile bool _isDisposed;

    /// <summary>Completes with the next announcement, and when it is disposed.</summary>
    public Task Next => _wakeup.Next;

    /// <summary>Whether it is disposed: it never listens again.</summary>
    public bool IsDisposed => _isDisposed;

    /// <summary>Subscribes, unless that was done before, and waits until the server has confirmed it: what is announced
    /// from then on arrives. False if the client is about to subscribe again.</summary>
    /// <exception cref="ObjectDisposedException">It is disposed.</exception>
    public async Task<bool> ListenAsync(IConnectionMultiplexer redis, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(RedisConfigSource));
            if (_redis is null)
            {
                redis.ConnectionRestored += OnRestored;
                _redis = redis;
            }

            var subscriber = redis.GetSubscriber();
            if (!_isSubscribed)
                await SubscribeAsync(subscriber).ConfigureAwait(false);

            // The client subscribes again by itself, and tells nobody when it has. Commands of one connection are
            // answered in their order.
            await subscriber.PingAsync().ConfigureAwait(false);
            return subscriber.SubscribedEndpoint(channel) is not null;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        _wakeup.Call();
        try
        {
            await EndAsync().WaitAsync(Patience).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // A subscription is under way: what it leaves is removed when it ends.
        }
    }

    private async Task SubscribeAsync(ISubscriber subscriber)
    {
        try
        {
            await subscriber.SubscribeAsync(channel, OnAnnounced).ConfigureAwait(false);
            _isSubscribed = true;
        }
        finally
        {
            // The client keeps the handler of a subscription that has failed, and would get one more with each try.
            if (!_isSubscribed)
                Detached.Observe(RemoveAsync(subscriber));
        }
    }

    private async Task EndAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_redis is not { } redis)
                return;
            _redis = null;
            redis.ConnectionRestored -= OnRestored;
            if (_isSubscribed)
                await RemoveAsync(redis.GetSubscriber()).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RedisException or ObjectDisposedException)
        {
            // The connection was disposed.
        }
        finally
        {
            _turn.Release();
        }
    }

    // This handler alone: others may listen to the same channel on this connection.
    private async Task RemoveAsync(ISubscriber subscriber)
    {
        try
        {
            await subscriber.UnsubscribeAsync(channel, OnAnnounced).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
        {
            // The client has removed the handler before it asks the server; and if the connection is gone, so is the
            // subscription.
        }
    }

    private void OnAnnounced(RedisChannel from, RedisValue message) => _wakeup.Call();

    private void OnRestored(object? sender, ConnectionFailedEventArgs connection) => _wakeup.Call();
}
