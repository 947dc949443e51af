using Slowroll.Documents;
using Slowroll.Evaluating;
using Slowroll.Live;
using Slowroll.Locking;
using Slowroll.Telemetry;
using Slowroll.Threading;

namespace Slowroll;

/// <content>How a config is opened and disposed.</content>
public sealed partial class SlowrollConfig
{
    private SlowrollConfig(FlagTable flags) => _flags = flags;

    private SlowrollConfig(IConfigSource source, bool ownsSource, string localCacheName, SlowrollOptions options)
    {
        _live = new LiveConfig(this, source, ownsSource, localCacheName, options);
        _flags = _live.Flags;
    }

    /// <summary>A fixed config without a flag: every flag answers its default.</summary>
    public static SlowrollConfig Empty { get; } = FromSnapshot(ConfigSnapshot.Empty, new SlowrollOptions());

    /// <summary>Opens the config at a URL and keeps it up to date until disposed.</summary>
    /// <remarks>
    /// <para>With a cached config of an earlier process it returns at once, and the first fetch begins a tenth of a
    /// second later, unless that config is older than <see cref="SlowrollOptions.CacheFreshFor"/>. Without a cached
    /// config, or with an older one, it waits for the first answer, at most
    /// <see cref="SlowrollOptions.StartupTimeout"/>, and then goes on with the cached config, or with defaults, until
    /// one comes. The caller's thread waits up to 10 milliseconds for the cached config, and up to 10 more for the
    /// locks file if that is in another directory. A disk that doesn't answer is given up after five seconds, or after
    /// two when it should store the first answer.</para>
    /// <para>It never throws because of what a server, a network or a disk does: <see cref="Status"/> says what went
    /// wrong.</para>
    /// </remarks>
    /// <param name="url">An absolute http or https URL. User name and password in it become an Authorization
    /// header.</param>
    /// <param name="localCacheName">Names the cached config on this machine; any text, one for each config of an
    /// application.</param>
    /// <param name="options">How the config is kept; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up waiting for the first config.</param>
    /// <exception cref="ArgumentException">The URL is relative, or neither http nor https; or the name is
    /// empty.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the config was open.</exception>
    public static Task<SlowrollConfig> OpenAsync(
        Uri url, string localCacheName, SlowrollOptions? options, CancellationToken cancellationToken)
    {
        return OpenAsync(Create(url, localCacheName, options), cancellationToken);
    }

    /// <inheritdoc cref="OpenAsync(Uri, string, SlowrollOptions?, CancellationToken)"/>
    public static Task<SlowrollConfig> OpenAsync(Uri url, string localCacheName) =>
        OpenAsync(url, localCacheName, null, CancellationToken.None);

    /// <inheritdoc cref="OpenAsync(Uri, string, SlowrollOptions?, CancellationToken)"/>
    public static Task<SlowrollConfig> OpenAsync(Uri url, string localCacheName, SlowrollOptions? options) =>
        OpenAsync(url, localCacheName, options, CancellationToken.None);

    /// <summary>Opens the config of a source of your own and keeps it up to date until disposed.</summary>
    /// <remarks>As with a URL. The source isn't disposed.</remarks>
    /// <param name="source">Where the config comes from.</param>
    /// <param name="localCacheName">Names the cached config on this machine; any text, one for each config of an
    /// application.</param>
    /// <param name="options">How the config is kept; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up waiting for the first config.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the config was open.</exception>
    public static Task<SlowrollConfig> OpenAsync(
        IConfigSource source, string localCacheName, SlowrollOptions? options, CancellationToken cancellationToken)
    {
        return OpenAsync(Create(source, localCacheName, options), cancellationToken);
    }

    /// <inheritdoc cref="OpenAsync(IConfigSource, string, SlowrollOptions?, CancellationToken)"/>
    public static Task<SlowrollConfig> OpenAsync(IConfigSource source, string localCacheName) =>
        OpenAsync(source, localCacheName, null, CancellationToken.None);

    /// <inheritdoc cref="OpenAsync(IConfigSource, string, SlowrollOptions?, CancellationToken)"/>
    public static Task<SlowrollConfig> OpenAsync(
        IConfigSource source, string localCacheName, SlowrollOptions? options) =>
        OpenAsync(source, localCacheName, options, CancellationToken.None);

    /// <summary>A live config that isn't open yet: every flag answers its default until <see cref="StartAsync"/> was
    /// called.</summary>
    /// <remarks>For hosts that hand a config out before they start; everybody else opens one.</remarks>
    /// <param name="url">An absolute http or https URL. User name and password in it become an Authorization
    /// header.</param>
    /// <param name="localCacheName">Names the cached config on this machine; any text, one for each config of an
    /// application.</param>
    /// <param name="options">How the config is kept; null for the defaults.</param>
    /// <exception cref="ArgumentException">The URL is relative, or neither http nor https; or the name is
    /// empty.</exception>
    public static SlowrollConfig Create(Uri url, string localCacheName, SlowrollOptions? options)
    {
        options = options?.Copy() ?? new SlowrollOptions();
        return new SlowrollConfig(new HttpConfigSource(url, options), ownsSource: true, localCacheName, options);
    }

    /// <inheritdoc cref="Create(Uri, string, SlowrollOptions?)"/>
    public static SlowrollConfig Create(Uri url, string localCacheName) => Create(url, localCacheName, null);

    /// <summary>A live config that isn't open yet: every flag answers its default until <see cref="StartAsync"/> was
    /// called.</summary>
    /// <remarks>For hosts that hand a config out before they start; everybody else opens one. The source isn't
    /// disposed.</remarks>
    /// <param name="source">Where the config comes from.</param>
    /// <param name="localCacheName">Names the cached config on this machine; any text, one for each config of an
    /// application.</param>
    /// <param name="options">How the config is kept; null for the defaults.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static SlowrollConfig Create(IConfigSource source, string localCacheName, SlowrollOptions? options)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new SlowrollConfig(source, ownsSource: false, localCacheName, options?.Copy() ?? new SlowrollOptions());
    }

    /// <inheritdoc cref="Create(IConfigSource, string, SlowrollOptions?)"/>
    public static SlowrollConfig Create(IConfigSource source, string localCacheName) =>
        Create(source, localCacheName, null);

    /// <summary>A fixed config from bytes: for tests, tools and programs that get their config another way.</summary>
    /// <param name="utf8Json">The config, UTF-8. It is kept: don't write to it afterwards.</param>
    /// <param name="options">Clock, hasher, locks and logging; null for the defaults.</param>
    /// <exception cref="ConfigFormatException">It can't be read; the exception has line and column.</exception>
    public static SlowrollConfig FromJson(ReadOnlyMemory<byte> utf8Json, SlowrollOptions? options = null)
    {
        options ??= new SlowrollOptions();
        return FromSnapshot(ConfigReader.Read(utf8Json), options);
    }

    /// <summary>Opens a config that was only created: takes the cached one or waits for the first answer, and keeps it
    /// up to date from then on.</summary>
    /// <param name="cancellationToken">Gives up waiting for the first config.</param>
    /// <exception cref="InvalidOperationException">The config is fixed, or started already.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the config was open.</exception>
    public Task StartAsync(CancellationToken cancellationToken = default) =>
        _live?.StartAsync(cancellationToken) ?? Task.FromException(LiveConfig.NotStartable());

    /// <summary>Stops refreshing and waits until no fetch is running. Flags still answer from the last
    /// config.</summary>
    /// <remarks>It also waits for a config that is being written to disk, at most two seconds from the beginning of the
    /// write, so that it is there at the next start. It doesn't wait for handlers of <see cref="Changed"/>: they may
    /// dispose too. First evaluations that are still to be logged (<see cref="SlowrollOptions.MaxExposures"/>) are
    /// waited for too, at most a second.</remarks>
    public async ValueTask DisposeAsync()
    {
        if (_live is not null)
            await _live.DisposeAsync().ConfigureAwait(false);
        await _flags.WaitForExposuresAsync().ConfigureAwait(false);
    }

    /// <summary>Stops refreshing without waiting for a running fetch. Flags still answer from the last
    /// config.</summary>
    /// <remarks>Like <see cref="DisposeAsync"/> it waits up to two seconds for the disk, and up to a second for
    /// events. In a browser it waits for nothing: the page has only one thread, which may not wait. There
    /// <see cref="DisposeAsync"/> waits for the events.</remarks>
    public void Dispose()
    {
        _live?.Dispose();
        BriefWait.For(_flags.WaitForExposuresAsync());
    }

    private static Task<SlowrollConfig> OpenAsync(SlowrollConfig config, CancellationToken cancellationToken)
    {
        var starting = config.StartAsync(cancellationToken);
        return starting.IsCompletedSuccessfully ? Task.FromResult(config) : WhenStartedAsync(config, starting);
    }

    private static async Task<SlowrollConfig> WhenStartedAsync(SlowrollConfig config, Task starting)
    {
        try
        {
            await starting.ConfigureAwait(false);
            return config;
        }
        catch
        {
            config.Dispose();
            throw;
        }
    }

    private static SlowrollConfig FromSnapshot(ConfigSnapshot snapshot, SlowrollOptions options)
    {
        EvaluationTelemetry.BeginWhenNeeded();
        var logger = ForgivingLogger.Of(options);
        var locks = FlagLocks.Of(options.Locks);
        LocksLog.TellInForce(locks, logger);
        LocksLog.WarnOfUseless(locks, snapshot, logger);
        return new SlowrollConfig(new FlagTable(
            new RuleBook(
                new ConfigRules(snapshot, options.Hasher, exposures: Exposures.Of(options, null, logger)), locks),
            DecisionClock.Of(options.TimeProvider),
            isFixed: true,
            (flag, fault) => Log.FlagFaulty(logger, flag.Shown, fault)));
    }

    /// <summary>A fixed config whose flags have these rules.</summary>
    internal static SlowrollConfig FromRules(IReadOnlyDictionary<FlagName, object> rules)
    {
        EvaluationTelemetry.BeginWhenNeeded();
        return new SlowrollConfig(
            new FlagTable(new FixedBook(rules), CoarseClock.System, isFixed: true, static (_, _) => { }));
    }
}
