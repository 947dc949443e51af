using System.Net;
using Slowroll.Redis.Connecting;
using Slowroll.Redis.Reading;
using Slowroll.Redis.Watching;
using Slowroll.Texts;
using Slowroll.Threading;
using StackExchange.Redis;

namespace Slowroll;

/// <summary>A config in Redis: a hash with the fields <c>version</c> and <c>json</c>, and a channel on which a new
/// version is announced. A change is in force as soon as it is announced; polling goes on all the same.</summary>
/// <remarks>
/// <para>Whoever publishes writes both fields at once, with another version for each config, and then sends any text to
/// the channel; <see cref="RedisConfigWriter"/> does this. An announcement says only that there may be a new
/// config.</para>
/// <para>The source reads from the master while there is one, else from a replica. When a server fails, a fetch throws
/// no exception, and the last good config stays.</para>
/// <para>A source is for one config: make one for each, on one connection if you like.</para>
/// <para>Dispose the source after the configs that were opened with it. It then ends its subscription, and closes a
/// connection that it has made itself.</para>
/// </remarks>
public sealed class RedisConfigSource : IWatchingConfigSource, IAsyncDisposable
{
    private readonly RedisLink _link;
    private readonly RedisHash _hash;
    private readonly Announcements _announcements;
    private readonly string _server;

    // What the last fetch gave, also if it was rejected then; if it gave nothing, what was in force. Only another
    // config is a change.
    private volatile HashReading? _fetched;

#pragma warning disable RS0026 // Their first parameters have nothing in common: no call fits two of them.
    /// <summary>A source on a connection of its own, which is made at the first fetch.</summary>
    /// <param name="configuration">As StackExchange.Redis writes it:
    /// <c>redis-1:6379,user=reader,password=...,ssl=true</c>.</param>
    /// <param name="key">The Redis key of the hash.</param>
    /// <param name="options">Channel, database, the longest config; null for the defaults.</param>
    /// <exception cref="ArgumentException">The configuration can't be read, names no server or has a URL in it, which
    /// isn't shown; or the key is empty.</exception>
    public RedisConfigSource(string configuration, string key, RedisConfigOptions? options = null)
        : this(Parse(configuration), key, options)
    {
    }

    /// <summary>A source on a connection of its own, which is made at the first fetch.</summary>
    /// <param name="configuration">It is copied. Its settings for a server that can't be reached are replaced
    /// (<c>AbortOnConnectFail</c>, <c>BacklogPolicy</c>, <c>ReconnectRetryPolicy</c>); <c>TieBreaker</c> and
    /// <c>ConfigurationChannel</c> aren't used.</param>
    /// <param name="key">The Redis key of the hash.</param>
    /// <param name="options">Channel, database, the longest config; null for the defaults.</param>
    /// <exception cref="ArgumentException">The configuration names no server or has a URL in it, which isn't shown; or
    /// the key is empty.</exception>
    public RedisConfigSource(ConfigurationOptions configuration, string key, RedisConfigOptions? options = null)
        : this(OwnLink(configuration, out var servers), servers, key, options)
    {
    }

    /// <summary>A source on a connection of the program.</summary>
    /// <param name="connection">It isn't disposed.</param>
    /// <param name="key">The Redis key of the hash.</param>
    /// <param name="options">Channel, database, the longest config; null for the defaults.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public RedisConfigSource(IConnectionMultiplexer connection, string key, RedisConfigOptions? options = null)
        : this(
            new RedisLink(_ => Task.FromResult(connection), isOwned: false),
            (connection ?? throw new ArgumentNullException(nameof(connection))).GetEndPoints(configuredOnly: true),
            key,
            options)
    {
    }

    /// <summary>A source on a connection of the program that isn't there yet.</summary>
    /// <param name="connect">Gives the connection. It is called at the first fetch, and again if it threw. The
    /// connection isn't disposed.</param>
    /// <param name="key">The Redis key of the hash.</param>
    /// <param name="options">Channel, database, the longest config; null for the defaults.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public RedisConfigSource(
        Func<CancellationToken, Task<IConnectionMultiplexer>> connect, string key, RedisConfigOptions? options = null)
        : this(
            new RedisLink(connect ?? throw new ArgumentNullException(nameof(connect)), isOwned: false),
            [],
            key,
            options)
    {
    }

#pragma warning restore RS0026

    private RedisConfigSource(
        RedisLink link, IReadOnlyList<EndPoint> servers, string key, RedisConfigOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        options ??= new RedisConfigOptions();
        _link = link;
        _hash = new RedisHash(key, options.Database, options.MaxConfigBytes);
        _announcements = new Announcements(RedisChannel.Literal(options.Channel ?? key));
        _server = servers.Count == 0 ? "Redis" : $"Redis at {OwnConnection.NameOf(servers)}";
        var database = options.Database < 0 ? "" : $" in database {options.Database}";
        Name = $"{OneLine.Of(key)}{database} of {_server}";
    }

    /// <summary>The key and the servers, without user and password.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken)
    {
        try
        {
            var held = HashReading.OfTag(etag);
            var redis = await _link.GetAsync(cancellationToken).ConfigureAwait(false);
            var reading = await Abandonable(_hash.ReadAsync(redis, held)).WaitAsync(cancellationToken)
                .ConfigureAwait(false);
            _fetched = reading.Error is null ? reading.Known() : held;
            return reading.Error is { } error ? FetchResult.Failed(error)
                : reading.Json.IsEmpty ? FetchResult.NotModified
                : FetchResult.Fresh(reading.Json, reading.Tag);
        }
        catch (Exception exception) when (RedisFault.IsKnown(exception))
        {
            return RedisFault.ResultOf(exception, _server);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">This user may not subscribe to the channel.</exception>
    /// <exception cref="ObjectDisposedException">The source was disposed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task WaitForChangeAsync(string? etag, CancellationToken cancellationToken)
    {
        KnownConfigs known = new(HashReading.OfTag(etag), _fetched);
        for (var (failures, looks) = (0, 0); ;)
        {
            var announced = _announcements.Next;
            try
            {
                var redis = await _link.GetAsync(cancellationToken).ConfigureAwait(false);
                var hears = await Abandonable(_announcements.ListenAsync(redis, cancellationToken))
                    .WaitAsync(cancellationToken).ConfigureAwait(false);
                if (await IsNewAsync(redis, known, cancellationToken).ConfigureAwait(false))
                    return;

                failures = hears ? 0 : failures + 1;
            }
            catch (Exception exception) when (RedisFault.IsRefused(exception))
            {
                throw new InvalidOperationException(RedisFault.SentenceOf(exception, _server));
            }
            catch (Exception exception)
                when (RedisFault.IsKnown(exception) && !cancellationToken.IsCancellationRequested)
            {
                ObjectDisposedException.ThrowIf(_announcements.IsDisposed, this);
                failures++;
            }

            // The first look is the wait's own: what is announced after it is looked at without a pause.
            if (looks++ > 0 || failures > 0)
                await Task.Delay(WatchPause.AfterLook(failures), cancellationToken).ConfigureAwait(false);
            await AnyAsync(announced, WatchPause.WithoutAnnouncement(failures), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>Ends the subscription, and closes a connection that the source has made itself.</summary>
    public async ValueTask DisposeAsync()
    {
        await _announcements.DisposeAsync().ConfigureAwait(false);
        await _link.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<bool> IsNewAsync(
        IConnectionMultiplexer redis, KnownConfigs known, CancellationToken cancellationToken)
    {
        var seen = await Abandonable(_hash.LookAsync(redis)).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (seen.Error is not null || known.Have(seen, _fetched))
            return false;

        // It is loaded to be compared: the same config under another version is no change.
        var loaded = await Abandonable(_hash.ReadAsync(redis, known: null)).WaitAsync(cancellationToken)
            .ConfigureAwait(false);
        return loaded.Error is null && !known.HaveBytesOf(loaded, _fetched);
    }

    private static async Task AnyAsync(Task announced, TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            await announced.WaitAsync(pause, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Nothing was announced.
        }
    }

    // The client takes no cancellation token: a call that was given up goes on, and nobody looks at its exception.
    private static Task<T> Abandonable<T>(Task<T> call)
    {
        Detached.Observe(call);
        return call;
    }

    private static ConfigurationOptions Parse(string configuration)
    {
        ArgumentException.ThrowIfNullOrEmpty(configuration);
        return ConfigurationOptions.Parse(configuration);
    }

    private static RedisLink OwnLink(ConfigurationOptions configuration, out IReadOnlyList<EndPoint> servers)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = OwnConnection.Prepare(configuration);
        servers = [.. options.EndPoints];
        return new RedisLink(_ => OwnConnection.ConnectAsync(options), isOwned: true);
    }
}
