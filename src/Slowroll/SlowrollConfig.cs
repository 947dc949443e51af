using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Slowroll.Caching;
using Slowroll.Documents;
using Slowroll.Evaluating;
using Slowroll.Refreshing;

namespace Slowroll;

/// <summary>A config and everything that can be asked of it: live (it follows its source) or fixed.</summary>
/// <remarks>Asking for values never throws, blocks or touches the network, also after disposing. Safe for any number of threads.</remarks>
public sealed class SlowrollConfig : IAsyncDisposable, IDisposable
{
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Action<FlagName, string> _onFault;
    private readonly Dictionary<(FlagName, object Reader), FlagSlot> _slots = [];
    private readonly ConfigRefresher? _refresher;
    private readonly IDisposable? _ownedSource;
    private volatile ConfigSnapshot _snapshot;

    private SlowrollConfig(ConfigSnapshot snapshot, TimeProvider clock, ILogger logger)
    {
        _snapshot = snapshot;
        _clock = clock;
        _logger = logger;
        _onFault = (flag, fault) => Log.FlagFaulty(_logger, flag, fault);
    }

    private SlowrollConfig(IConfigSource source, bool ownsSource, DiskCache? cache, SlowrollOptions options, ILogger logger)
        : this(ConfigSnapshot.Empty, options.TimeProvider, logger)
    {
        _ownedSource = ownsSource ? source as IDisposable : null;
        _refresher = new ConfigRefresher(source, cache, options, logger, Publish, OnUpdated);
    }

    /// <summary>A fixed config without a flag: every flag answers its default.</summary>
    public static SlowrollConfig Empty { get; } = new(ConfigSnapshot.Empty, TimeProvider.System, NullLogger.Instance);

    /// <summary>Opens the config at a URL and keeps it up to date until disposed.</summary>
    /// <remarks>
    /// <para>With a cached config of an earlier process it returns at once and refreshes behind. Without, it waits for the
    /// first answer, at most <see cref="SlowrollOptions.StartupTimeout"/>, and then goes on with defaults until one comes.</para>
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
        options = options?.Copy() ?? new SlowrollOptions();
        return OpenAsync(new HttpConfigSource(url, options), ownsSource: true, localCacheName, options, cancellationToken);
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
        ArgumentNullException.ThrowIfNull(source);
        options = options?.Copy() ?? new SlowrollOptions();
        return OpenAsync(source, ownsSource: false, localCacheName, options, cancellationToken);
    }

    /// <summary>A fixed config from bytes: for tests, tools and programs that get their config another way.</summary>
    /// <param name="utf8Json">The config, UTF-8. It is kept: don't write to it afterwards.</param>
    /// <param name="options">Clock, hasher and logging; null for the defaults.</param>
    /// <exception cref="ConfigFormatException">It can't be read; the exception has line and column.</exception>
    public static SlowrollConfig FromJson(ReadOnlyMemory<byte> utf8Json, SlowrollOptions? options = null)
    {
        options ??= new SlowrollOptions();
        return new SlowrollConfig(ConfigReader.Read(utf8Json, options.Hasher), options.TimeProvider, LoggerOf(options));
    }

    /// <summary>Tells what a new config changed, once it is in force. Comes on a thread of the thread pool; what a handler
    /// throws is logged.</summary>
    public event EventHandler<ConfigChangedEventArgs>? Changed;

    /// <summary>What config is in force, how fresh it is, and what went wrong last.</summary>
    public ConfigStatus Status
    {
        get
        {
            if (_refresher is null)
                return new ConfigStatus { Origin = ConfigOrigin.Fixed };

            var state = _refresher.State;
            return new ConfigStatus
            {
                Origin = state.Held?.Origin ?? ConfigOrigin.None,
                Source = _refresher.SourceName,
                ETag = state.Held?.ETag,
                ConfirmedAt = state.Held?.ConfirmedAt,
                Age = _clock.GetUtcNow() - state.Held?.ConfirmedAt,
                ConsecutiveFailures = state.Failures,
                LastError = state.LastError,
            };
        }
    }

    /// <summary>A flag's value for a hash key, now. The untyped door: nothing checks the names and the type at build time.</summary>
    /// <remarks>Costs a look-up of the flag; <see cref="GetFlag{T}(FlagKey{T})"/> does that once.</remarks>
    /// <param name="section">The name of the section.</param>
    /// <param name="key">The name of the flag in it.</param>
    /// <param name="hashKey">A host name, a user id or whatever the rollout goes by; null counts as the empty one.</param>
    /// <param name="defaultValue">The answer while the config has no such flag, or none that can be read as a
    /// <typeparamref name="T"/>. If it is null, JSON's null is a value too.</param>
    /// <exception cref="NotSupportedException">A flag can't be of type <typeparamref name="T"/>, see <see cref="FlagKey{T}"/>.</exception>
    public T GetValue<T>(string section, string key, string hashKey, T defaultValue) =>
        RuleOf<T>(NameOf(section, key), allowsNull: IsNull(defaultValue))
            .Evaluate(HashKey.Unhashed(hashKey), _clock, defaultValue);

    /// <summary>A flag, found once and asked often.</summary>
    /// <inheritdoc cref="GetFlag{T}(FlagKey{T})"/>
    /// <param name="section">The name of the section.</param>
    /// <param name="key">The name of the flag in it.</param>
    /// <param name="defaultValue">The answer while the config has no such flag, or none that can be read as a
    /// <typeparamref name="T"/>. If it is null, JSON's null is a value too.</param>
    public Flag<T> GetFlag<T>(string section, string key, T defaultValue)
    {
        var name = NameOf(section, key);
        return GetFlag(new FlagKey<T>(name.Section, name.Key, defaultValue) { AllowsNull = IsNull(defaultValue) });
    }

    /// <summary>A flag, found once and asked often.</summary>
    /// <param name="key">Its typed name.</param>
    /// <exception cref="NotSupportedException">A flag can't be of type <typeparamref name="T"/>, see <see cref="FlagKey{T}"/>.</exception>
    public Flag<T> GetFlag<T>(FlagKey<T> key) => new(SlotOf<T>(NameOf(key.Section, key.Key), key.AllowsNull), key.Default);

    /// <summary>What a flag answers a hash key now, as JSON, and why.</summary>
    /// <param name="section">The name of the section.</param>
    /// <param name="key">The name of the flag in it.</param>
    /// <param name="hashKey">As for <see cref="GetValue{T}"/>.</param>
    public Evaluation<JsonElement> Explain(string section, string key, string hashKey) =>
        RuleOf<JsonElement>(NameOf(section, key), allowsNull: true).Explain(HashKey.Unhashed(hashKey), _clock, default);

    /// <summary>This config at this instant, fixed: for a request or a batch that must not see a flag change half-way.</summary>
    /// <remarks>Copies nothing. It doesn't follow the source and needn't be disposed.</remarks>
    public SlowrollConfig Freeze() => new(_snapshot, new StoppedClock(_clock.GetUtcNow()), _logger);

    /// <summary>Asks the source for a newer config now; joins the refresh that is under way.</summary>
    /// <remarks>Never throws for what a server, a network or a disk does; a fixed config is always unchanged.</remarks>
    /// <param name="cancellationToken">Gives up waiting; the refresh itself goes on.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The config was disposed.</exception>
    public Task<RefreshOutcome> RefreshAsync(CancellationToken cancellationToken = default) =>
        _refresher is null ? Task.FromResult(RefreshOutcome.Unchanged) : _refresher.RefreshAsync().WaitAsync(cancellationToken);

    /// <summary>Ends refreshing and waits until no fetch runs any more. Flags go on answering from the last config.</summary>
    /// <remarks>Handlers of <see cref="Changed"/> are not waited for: they may dispose too.</remarks>
    public async ValueTask DisposeAsync()
    {
        if (_refresher is not null)
            await _refresher.DisposeAsync().ConfigureAwait(false);
        _ownedSource?.Dispose();
    }

    /// <summary>Ends refreshing without waiting for a fetch that is under way. Flags go on answering from the last config.</summary>
    public void Dispose()
    {
        _ = _refresher?.DisposeAsync().AsTask();
        _ownedSource?.Dispose();
    }

    private static async Task<SlowrollConfig> OpenAsync(
        IConfigSource source, bool ownsSource, string localCacheName, SlowrollOptions options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(localCacheName);
        cancellationToken.ThrowIfCancellationRequested();

        var logger = LoggerOf(options);
        var identity = source is HttpConfigSource http ? http.Identity : source.Name;
        var cache = DiskCache.Open(localCacheName, identity, options, out var whyNot);
        if (whyNot is not null)
            Log.NoCache(logger, whyNot);

        var config = new SlowrollConfig(source, ownsSource, cache, options, logger);
        try
        {
            await config.StartAsync(options, cancellationToken).ConfigureAwait(false);
            return config;
        }
        catch
        {
            config.Dispose();
            throw;
        }
    }

    private async Task StartAsync(SlowrollOptions options, CancellationToken cancellationToken)
    {
        var cached = _refresher!.LoadCache();
        if (cached is not null)
            Publish(cached);

        var first = _refresher.Start();
        if (cached is not null)
            return;

        try
        {
            await first.WaitAsync(options.StartupTimeout, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Log.StartedWithoutConfig(_logger, _refresher.SourceName, options.StartupTimeout);
        }
    }

    private void OnUpdated(ConfigSnapshot before, ConfigSnapshot after)
    {
        if (Changed is not { } changed)
            return;

        var difference = SnapshotDifference.Between(before, after);
        if (difference is { Added: [], Removed: [], Changed: [] })
            return;

        foreach (var handler in changed.GetInvocationList().Cast<EventHandler<ConfigChangedEventArgs>>())
        {
            try
            {
                handler(this, difference);
            }
#pragma warning disable CA1031 // A handler is foreign code: what it throws must harm nobody else.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.HandlerThrew(_logger, e);
            }
        }
    }

    private void Publish(ConfigSnapshot snapshot)
    {
        List<(FlagName Flag, string Fault)> faults = [];
        lock (_slots)
        {
            _snapshot = snapshot;
            foreach (var slot in _slots.Values)
                slot.Follow(snapshot, (flag, fault) => faults.Add((flag, fault)));
        }

        // Outside of the lock: a logger is foreign code, and may ask for a flag itself.
        foreach (var (flag, fault) in faults)
            _onFault(flag, fault);
    }

    private FlagSlot<T> SlotOf<T>(FlagName name, bool allowsNull)
    {
        var reader = ValueReaders.Of<T>(allowsNull);
        var slot = new FlagSlot<T>(name, reader, _clock);
        string? faulty = null;
        lock (_slots)
        {
            if (_slots.TryGetValue((name, reader), out var known))
                return (FlagSlot<T>)known;

            slot.Follow(_snapshot, (_, fault) => faulty = fault);
            _slots.Add((name, reader), slot);
        }

        if (faulty is not null)
            _onFault(name, faulty);
        return slot;
    }

    private Rule<T> RuleOf<T>(FlagName name, bool allowsNull) =>
        _snapshot.RuleOf(name, ValueReaders.Of<T>(allowsNull), _onFault);

    // Without the first half, code that isn't optimized would box an int to compare it with null.
    private static bool IsNull<T>(T value) => !typeof(T).IsValueType && value is null;

    private static FlagName NameOf(string section, string key)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(key);
        return new FlagName(section, key);
    }

    private static ILogger LoggerOf(SlowrollOptions options) =>
        options.LoggerFactory is { } factory ? new ForgivingLogger(factory.CreateLogger(Log.Category)) : NullLogger.Instance;
}
