using StackExchange.Redis;

namespace Slowroll.Redis.Watching;

/// <summary>Listens to a channel. A connection that is restored counts as an announcement too: what was announced while
/// it was lost never arrives.</summary>
internal sealed class Announcements(RedisChannel channel) : IAsyncDisposable
{
    private readonly Wakeup _wakeup = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private IConnectionMultiplexer? _redis;
    private bool _isDisposed;

    /// <summary>Completes with the next announcement.</summary>
    public Task Next => _wakeup.Next;

    /// <summary>Subscribes, unless that was done before, and waits until the server has confirmed it: what is announced
    /// from then on arrives. False if the client is about to subscribe again.</summary>
    public async Task<bool> ListenAsync(IConnectionMultiplexer redis, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(RedisConfigSource));
            var subscriber = redis.GetSubscriber();
            if (_redis is null)
            {
                await subscriber.SubscribeAsync(channel, OnAnnounced).ConfigureAwait(false);
                redis.ConnectionRestored += OnRestored;
                _redis = redis;
            }

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
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            _isDisposed = true;
            if (_redis is not { } redis)
                return;
            _redis = null;
            redis.ConnectionRestored -= OnRestored;

            // Others may listen to the same channel on this connection.
            await redis.GetSubscriber().UnsubscribeAsync(channel, OnAnnounced).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
        {
            // The connection is gone, and the subscription with it.
        }
        finally
        {
            _turn.Release();
        }
    }

    private void OnAnnounced(RedisChannel from, RedisValue message) => _wakeup.Call();

    private void OnRestored(object? sender, ConnectionFailedEventArgs connection) => _wakeup.Call();
}
