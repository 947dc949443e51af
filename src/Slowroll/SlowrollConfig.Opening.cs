using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Slowroll.Caching;
using Slowroll.Documents;
using Slowroll.Evaluating;
using Slowroll.Locking;
using Slowroll.Refreshing;
using Slowroll.Telemetry;
using Slowroll.Texts;
using Slowroll.Threading;

namespace Slowroll;

/// <content>How a config comes into being and ends.</content>
public sealed partial class SlowrollConfig
{
    private SlowrollConfig(FlagTable flags, ILogger logger) => (_flags, _logger) = (flags, logger);

    private SlowrollConfig(
        IConfigSource source, bool ownsSource, string localCacheName, DiskCache? cache, LockSources lockSources, SlowrollOptions options, ILogger logger)
        : this(TableOf(new(ConfigSnapshot.Empty, options.Hasher), lockSources.Current, ClockOf(options), isFixed: false, logger), logger)
    {
        _ownedSource = ownsSource ? source as IDisposable : null;
        _localCacheName = localCacheName;
        _options = options;
        _lockSources = lockSources;
        _lifetime = new CancellationTokenSource();
        _source = source;
        _sourceName = OneLine.Message(source.Name);
        _cache = new CacheKeeper(cache, options, logger);
        _lastGood = new LastGoodConfig(_sourceName, _cache, options, logger, PutInForce, OnRefreshed);
        var watch = new ChangeWatch(source, options.TimeProvider, logger);
        _refresher = new ConfigRefresher(source, _lastGood, _cache, watch, options, TellAsync);
    }

    /// <summary>A fixed config without a flag: every flag answers its default.</summary>
    public static SlowrollConfig Empty { get; } = FromSnapshot(ConfigSnapshot.Empty, new SlowrollOptions());

    /// <summary>Opens the config at a URL and keeps it up to date until disposed.</summary>
    /// <remarks>
    /// <para>With a cached config of an earlier process it returns at once and refreshes behind, unless that config is older than
    /// <see cref="SlowrollOptions.CacheFreshFor"/>. Without a cached config, or with an older one, it waits for the first answer,
    /// at most <see cref="SlowrollOptions.StartupTimeout"/>, and then goes on with the cached config, or with defaults, until one
    /// comes. A disk that doesn't answer is given up after five seconds; one that is to keep the first answer, after two.</para>
    /// <para>It never throws for what a server, a network or a disk does: <see cref="Status"/> tells it.</para>
    /// </remarks>
    /// <param name="url">An absolute http or https URL. User name and password in it become an Authorization header.</param>
    /// <param name="localCacheName">Names the cached config on this machine; any text, one for each config of an application.</param>
    /// <param name="options">How the config is kept; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up waiting for the first config.</param>
    /// <exception cref="ArgumentException">The URL is relative, or neither http nor https; or the name is empty.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the config was open.</exception>
    public static Task<SlowrollConfig> OpenAsync(
        Uri url, string localCacheName, SlowrollOptions? options = null, CancellationToken cancellationToken = default)
    {
        return OpenAsync(Create(url, localCacheName, options), cancellationToken);
    }

    /// <summary>Opens the config of a source of your own and keeps it up to date until disposed.</summary>
    /// <remarks>As with a URL. The source isn't disposed.</remarks>
    /// <param name="source">Where the config comes from.</param>
    /// <param name="localCacheName">Names the cached config on this machine; any text, one for each config of an application.</param>
    /// <param name="options">How the config is kept; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up waiting for the first config.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the config was open.</exception>
    public static Task<SlowrollConfig> OpenAsync(
        IConfigSource source, string localCacheName, SlowrollOptions? options = null, CancellationToken cancellationToken = default)
    {
        return OpenAsync(Create(source, localCacheName, options), cancellationToken);
    }

    /// <summary>A live config that isn't open yet: every flag answers its default until <see cref="StartAsync"/> was called.</summary>
    /// <remarks>For hosts that hand a config out before they start; everybody else opens one.</remarks>
    /// <param name="url">An absolute http or https URL. User name and password in it become an Authorization header.</param>
    /// <param name="localCacheName">Names the cached config on this machine; any text, one for each config of an application.</param>
    /// <param name="options">How the config is kept; null for the defaults.</param>
    /// <exception cref="ArgumentException">The URL is relative, or neither http nor https; or the name is empty.</exception>
    public static SlowrollConfig Create(Uri url, string localCacheName, SlowrollOptions? options = null)
    {
        options = options?.Copy() ?? new SlowrollOptions();
        return Create(new HttpConfigSource(url, options), ownsSource: true, localCacheName, options);
    }

    /// <summary>A live config that isn't open yet: every flag answers its default until <see cref="StartAsync"/> was called.</summary>
    /// <remarks>For hosts that hand a config out before they start; everybody else opens one. The source isn't disposed.</remarks>
    /// <param name="source">Where the config comes from.</param>
    /// <param name="localCacheName">Names the cached config on this machine; any text, one for each config of an application.</param>
    /// <param name="options">How the config is kept; null for the defaults.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static SlowrollConfig Create(IConfigSource source, string localCacheName, SlowrollOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Create(source, ownsSource: false, localCacheName, options?.Copy() ?? new SlowrollOptions());
    }

    /// <summary>A fixed config from bytes: for tests, tools and programs that get their config another way.</summary>
    /// <param name="utf8Json">The config, UTF-8. It is kept: don't write to it afterwards.</param>
    /// <param name="options">Clock, hasher, locks and logging; null for the defaults.</param>
    /// <exception cref="ConfigFormatException">It can't be read; the exception has line and column.</exception>
    public static SlowrollConfig FromJson(ReadOnlyMemory<byte> utf8Json, SlowrollOptions? options = null)
    {
        options ??= new SlowrollOptions();
        return FromSnapshot(ConfigReader.Read(utf8Json), options);
    }

    /// <summary>Opens a config that was only created: takes the cached one or waits for the first answer, and keeps it up to
    /// date from then on.</summary>
    /// <param name="cancellationToken">Gives up waiting for the first config.</param>
    /// <exception cref="InvalidOperationException">The config is fixed, or started already.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the config was open.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (_options is not { } options || Interlocked.Exchange(ref _started, 1) != 0)
            throw new InvalidOperationException("Only a config that was created can be started, and only once.");

        cancellationToken.ThrowIfCancellationRequested();
        var reading = _lastGood!.LoadCacheAsync(cancellationToken);
        if (await _lockSources!.LookAsync(cancellationToken).ConfigureAwait(false))
            _flags.Follow(_lockSources.Current);
        TellOfLocks();
        var cached = await reading.ConfigureAwait(false);
        if (cached is not null)
        {
            _lastGood.Start(cached);
            Log.StartedFromCache(_logger, _sourceName, cached.ConfirmedAt);
        }

        var isFreshEnough = cached is not null && options.CacheFreshFor != TimeSpan.Zero && !(_lastGood.Age > options.CacheFreshFor);
        var first = _refresher!.Start();
        _lockSources.Watch(OnLocksChanged, _lifetime!.Token);
        if (isFreshEnough)
            return;

        try
        {
            // By the real clock too: one that a test has stopped must not keep a program from starting.
            var byItsClock = first.WaitAsync(options.StartupTimeout, options.TimeProvider, cancellationToken);
            Detached.Observe(byItsClock);
            await byItsClock.WaitAsync(options.StartupTimeout, CancellationToken.None).ConfigureAwait(false);
            await _cache!.WaitAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            if (cached is null)
                Log.StartedWithoutConfig(_logger, _sourceName, options.StartupTimeout);
            else
                Log.CachedConfigStays(_logger, _sourceName, options.StartupTimeout);
        }
    }

    /// <summary>Ends refreshing and waits until no fetch runs any more. Flags go on answering from the last config.</summary>
    /// <remarks>The config that is being written to disk is waited for too, at most two seconds from the beginning of the write: it
    /// is there at the next start. Handlers of <see cref="Changed"/> are not waited for: they may dispose too.</remarks>
    public async ValueTask DisposeAsync()
    {
        if (_refresher is not null)
        {
            TellAtTheEnd();
            await _lifetime!.CancelAsync().ConfigureAwait(false);
            await _refresher.DisposeAsync().ConfigureAwait(false);
        }

        _ownedSource?.Dispose();
    }

    /// <summary>Ends refreshing without waiting for a fetch that is under way. Flags go on answering from the last config.</summary>
    /// <remarks>As <see cref="DisposeAsync"/> it gives the disk up to two seconds.</remarks>
    public void Dispose()
    {
        TellAtTheEnd();
        _lifetime?.Cancel();
        if (_refresher is not null)
            Detached.Observe(Detached.Start(() => _refresher.DisposeAsync().AsTask()));
        _cache?.Wait();
        _ownedSource?.Dispose();
    }

    private static async Task<SlowrollConfig> OpenAsync(SlowrollConfig config, CancellationToken cancellationToken)
    {
        try
        {
            await config.StartAsync(cancellationToken).ConfigureAwait(false);
            return config;
        }
        catch
        {
            config.Dispose();
            throw;
        }
    }

    private static SlowrollConfig Create(IConfigSource source, bool ownsSource, string localCacheName, SlowrollOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(localCacheName);

        var logger = LoggerOf(options);
        var identity = source is HttpConfigSource http ? http.Identity : source.Name;
        var cache = DiskCache.Open(localCacheName, identity, options, out var whyNot);
        if (whyNot is not null)
            Log.NoCache(logger, whyNot);

        var locks = new LockSources(options, options.LocksFile ?? cache?.LocksFile, logger);
        return new SlowrollConfig(source, ownsSource, localCacheName, cache, locks, options, logger);
    }

    private static SlowrollConfig FromSnapshot(ConfigSnapshot snapshot, SlowrollOptions options)
    {
        var logger = LoggerOf(options);
        var config = new SlowrollConfig(
            TableOf(new(snapshot, options.Hasher), FlagLocks.Of(options.Locks), DecisionClock.Of(options.TimeProvider), isFixed: true, logger), logger);
        config.TellOfLocks();
        config.WarnOfUselessLocks();
        return config;
    }

    /// <summary>A fixed config whose flags have these rules.</summary>
    internal static SlowrollConfig FromRules(IReadOnlyDictionary<FlagName, object> rules) =>
        new(new FlagTable(new FixedBook(rules), CoarseClock.System, isFixed: true, static (_, _) => { }), NullLogger.Instance);

    private static DecisionClock ClockOf(SlowrollOptions options)
    {
        var clock = DecisionClock.Of(options.TimeProvider);
        return options.MaxStaleness is { } limit ? new StalenessClock(clock, limit) : clock;
    }

    private static FlagTable TableOf(ConfigRules rules, FlagLocks locks, DecisionClock clock, bool isFixed, ILogger logger) =>
        new(new RuleBook(rules, locks), clock, isFixed, (flag, fault) => Log.FlagFaulty(logger, flag.Shown, fault));

    private static ILogger LoggerOf(SlowrollOptions options) =>
        options.LoggerFactory is { } factory ? new ForgivingLogger(factory.CreateLogger(Log.Category)) : NullLogger.Instance;
}
