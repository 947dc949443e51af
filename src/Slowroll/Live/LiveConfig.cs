using Microsoft.Extensions.Logging;
using Slowroll.Caching;
using Slowroll.Documents;
using Slowroll.Evaluating;
using Slowroll.Listening;
using Slowroll.Locking;
using Slowroll.Observing;
using Slowroll.Refreshing;
using Slowroll.Telemetry;
using Slowroll.Texts;
using Slowroll.Threading;

namespace Slowroll.Live;

/// <summary>Follows a source: it puts configs and locks in force in a table of flags, and stores good configs on disk.
/// A fixed config has no such object.</summary>
internal sealed partial class LiveConfig : IAsyncDisposable, IDisposable
{
    private readonly object _sender;
    private readonly SlowrollOptions _options;
    private readonly ILogger _logger;
    private readonly string _sourceName;
    private readonly IDisposable? _ownedSource;
    private readonly StalenessClock? _staleness;
    private readonly CacheKeeper _cache;
    private readonly LockSources _locks;
    private readonly LastGoodConfig _lastGood;
    private readonly ConfigRefresher _refresher;
    private readonly LiveLog _log;
    private readonly FlagObservers _observers;
    private readonly CancellationTokenSource _lifetime = new();
    private int _started;

    /// <summary>Creates it; nothing is read or fetched before <see cref="StartAsync"/>.</summary>
    /// <param name="sender">The config that handlers of changes get as the sender.</param>
    /// <param name="source">Where the config comes from.</param>
    /// <param name="ownsSource">Whether the source is disposed together with this.</param>
    /// <param name="localCacheName">Names the cached config on this machine.</param>
    /// <param name="options">How the config is kept. Nobody changes these options any more.</param>
    /// <exception cref="ArgumentException">The name is empty, or an option locks a flag to something else than stable
    /// or new.</exception>
    public LiveConfig(
        object sender, IConfigSource source, bool ownsSource, string localCacheName, SlowrollOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(localCacheName);
        EvaluationTelemetry.BeginWhenNeeded();
        (_sender, _options, _logger) = (sender, options, ForgivingLogger.Of(options));
        _ownedSource = ownsSource ? source as IDisposable : null;
        _sourceName = OneLine.Message(source.Name);

        var identity = source is HttpConfigSource http ? http.Identity : source.Name;
        var cache = DiskCache.Open(localCacheName, identity, options, out var whyNot);
        if (whyNot is not null)
            Log.NoCache(_logger, whyNot);

        var locksFile = OperatingSystem.IsBrowser() ? null : options.LocksFile ?? cache?.LocksFile;
        _locks = new LockSources(options, locksFile, _logger);
        var clock = DecisionClock.Of(options.TimeProvider);
        _staleness = options.MaxStaleness is { } limit ? new StalenessClock(clock, limit) : null;
        var exposures = Exposures.Of(options, _sourceName, _logger);
        Flags = new FlagTable(
            new RuleBook(new(ConfigSnapshot.Empty, options.Hasher, exposures: exposures), _locks.Current),
            _staleness ?? clock,
            isFixed: false,
            (flag, fault) => Log.FlagFaulty(_logger, flag.Shown, fault));
        _log = new LiveLog(Flags, _sourceName, localCacheName, options.MaxStaleness, _logger);
        _observers = new FlagObservers(Flags, options, _sourceName, _logger);
        _cache = new CacheKeeper(cache, options, _logger);
        _lastGood = new LastGoodConfig(_sourceName, _cache, options, _logger, PutInForce, OnRefreshed);
        var watch = new ChangeWatch(source, options.TimeProvider, _logger);
        _refresher = new ConfigRefresher(source, _lastGood, _cache, watch, options, TellAsync);
    }

    /// <summary>The flags of the config in force.</summary>
    public FlagTable Flags { get; }

    /// <summary>What is in force and how fresh it is, at one moment: nothing goes into force while it is
    /// read.</summary>
    public ConfigStatus Status
    {
        get
        {
            var (state, inForce) = Flags.ReadInForce(() => _lastGood.State);
            var now = _options.TimeProvider.GetUtcNow();
            return new ConfigStatus
            {
                Origin = state.Held?.Origin ?? ConfigOrigin.None,
                Source = _sourceName,
                ETag = state.Held?.ETag,
                ConfirmedAt = state.Held?.ConfirmedAt,
                Age = state.Held?.AgeAt(now),
                NextPollAt = _refresher.NextPollAt,
                Utf8Json = inForce.Snapshot.Utf8Json,
                RampsStoppedAt = state.Held is { } held ? _staleness?.StoppedSince(held.ConfirmedAt, now) : null,
                ClockSkew = state.ClockSkew,
                Locks = inForce.Locks.All,
                LocksFile = _locks.FilePath,
                ConsecutiveFailures = state.Failures,
                LastError = state.LastError,
            };
        }
    }

    /// <summary>Fetches now, or joins the fetch that is under way.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the refresh itself goes on.</exception>
    /// <exception cref="ObjectDisposedException">The config was disposed.</exception>
    public Task<RefreshOutcome> RefreshAsync(CancellationToken cancellationToken)
    {
        // Before the polling, if the program asks at once.
        _observers.Begin();
        return Detached.Start(_refresher.RefreshAsync).WaitAsync(cancellationToken);
    }

    // All at one moment. First the config, then the clock: a clock that stood still must not go on while a withdrawn
    // schedule is in force.
    private void PutInForce(HeldConfig held, Action alongside)
    {
        if (Flags.InForce is var inForce && ReferenceEquals(held.Snapshot, inForce.Snapshot))
        {
            inForce.Rules.ETag = held.ETag;
            Confirm();
        }
        else
        {
            var until = long.MaxValue;
            Flags.Follow(
                held.Snapshot, () => until = Confirm(), _log.NewMissedFlags(), held.ETag,
                note: () => _observers.Note(until));
        }

        // Returns until when the config before could be asked: its clock may have stood still.
        long Confirm()
        {
            var until = _staleness?.Confirm(held.ConfirmedAt) ?? long.MaxValue;
            alongside();
            return until;
        }
    }

    private void OnRefreshed()
    {
        _log.TellOfUnsetReads();
        Flags.Settle();
        _observers.Look();
        _log.TellOfState();
    }

    private void OnLocksChanged(FlagLocks locks)
    {
        Flags.Follow(locks, note: () => _observers.Note());
        _observers.Look();
        Log.LocksInForce(_logger, locks.All.Count, locks.Summary);
        LocksLog.WarnOfUseless(locks, Flags.InForce.Snapshot, _logger);
    }

    private Task TellAsync(ConfigSnapshot before, ConfigSnapshot after) =>
        Flags.Listeners.TellAsync(_sender, new ConfigChange(before, after), _logger);
}
