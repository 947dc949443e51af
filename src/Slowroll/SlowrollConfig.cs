using System.Text.Json;
using Microsoft.Extensions.Logging;
using Slowroll.Documents;
using Slowroll.Evaluating;
using Slowroll.Listening;
using Slowroll.Locking;
using Slowroll.Refreshing;
using Slowroll.Telemetry;
using Slowroll.Texts;
using Slowroll.Threading;

namespace Slowroll;

/// <summary>A config and everything that can be asked of it: live (it follows its source) or fixed.</summary>
/// <remarks>Asking for values never throws, waits or touches disk and network, also after disposing. Asking for a flag for the
/// first time reads its text and compiles its patterns on the thread that asks. Safe for any number of threads.</remarks>
public sealed partial class SlowrollConfig : IAsyncDisposable, IDisposable
{
    private readonly FlagTable _flags;
    private readonly ILogger _logger;
    private readonly IConfigSource? _source;
    private readonly CacheKeeper? _cache;
    private readonly LastGoodConfig? _lastGood;
    private readonly ConfigRefresher? _refresher;
    private readonly LockSources? _lockSources;
    private readonly IDisposable? _ownedSource;
    private readonly SlowrollOptions? _options;
    private readonly CancellationTokenSource? _lifetime;
    private readonly string _sourceName = "";
    private readonly string _localCacheName = "";
    private int _started;

    /// <summary>Tells what a new config changed, once it is in force.</summary>
    /// <remarks>Each handler is called on a thread of the thread pool, for one change after the other, and apart from all others:
    /// one that throws (it is logged), takes its time or never returns holds up neither another one nor the refreshing. What
    /// changes while it is busy is told when it returns, as one change.</remarks>
    public event EventHandler<ConfigChangedEventArgs>? Changed
    {
        add => _flags.Listeners.Add(value);
        remove => _flags.Listeners.Remove(value);
    }

    /// <summary>What config is in force, how fresh it is, and what went wrong last.</summary>
    public ConfigStatus Status
    {
        get
        {
            if (_lastGood is null)
                return new ConfigStatus { Origin = ConfigOrigin.Fixed, Locks = _flags.Locks.All };

            var state = _lastGood.State;
            return new ConfigStatus
            {
                Origin = state.Held?.Origin ?? ConfigOrigin.None,
                Source = OneLine.Message(_source!.Name),
                ETag = state.Held?.ETag,
                ConfirmedAt = state.Held?.ConfirmedAt,
                Age = _lastGood.Age,
                RampsStoppedAt = (_flags.Clock as StalenessClock)?.StoppedAt,
                ClockSkew = state.ClockSkew,
                Locks = _flags.Locks.All,
                LocksFile = _lockSources?.FilePath,
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
        GetValue(section, key, HashKey.Unhashed(hashKey), defaultValue);

    /// <summary>A flag's value for a hash key that was hashed before, now.</summary>
    /// <inheritdoc cref="GetValue{T}(string, string, string, T)"/>
    public T GetValue<T>(string section, string key, in HashKey hashKey, T defaultValue) =>
        _flags.Evaluate(NameOf(section, key), ValueReaders.Of<T>(allowsNull: IsNull(defaultValue)), hashKey, defaultValue);

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
    public Flag<T> GetFlag<T>(FlagKey<T> key) =>
        new(_flags.SlotOf(NameOf(key.Section, key.Key), key.Reader ?? ValueReaders.Of<T>(key.AllowsNull)), key.Default);

    /// <summary>What a flag answers a hash key now, and why.</summary>
    /// <param name="key">The flag's typed name.</param>
    /// <param name="hashKey">As for <see cref="GetValue{T}(string, string, string, T)"/>.</param>
    /// <exception cref="NotSupportedException">A flag can't be of type <typeparamref name="T"/>, see <see cref="FlagKey{T}"/>.</exception>
    public Evaluation<T> Explain<T>(FlagKey<T> key, string hashKey) => GetFlag(key).Explain(hashKey);

    /// <summary>What a flag answers a hash key that was hashed before, now, and why.</summary>
    /// <inheritdoc cref="Explain{T}(FlagKey{T}, string)"/>
    public Evaluation<T> Explain<T>(FlagKey<T> key, in HashKey hashKey) => GetFlag(key).Explain(hashKey);

    /// <summary>What a flag answers a hash key now, as JSON, and why.</summary>
    /// <remarks>It knows no default: where the config has no such flag, or none that can be read, the answer's value is an
    /// undefined element (its <see cref="JsonElement.ValueKind"/> is <see cref="JsonValueKind.Undefined"/>) and
    /// <see cref="Evaluation{T}.Error"/> says why. <see cref="Flag{T}.Explain(string)"/> knows one.</remarks>
    /// <param name="section">The name of the section.</param>
    /// <param name="key">The name of the flag in it.</param>
    /// <param name="hashKey">As for <see cref="GetValue{T}(string, string, string, T)"/>.</param>
    public Evaluation<JsonElement> Explain(string section, string key, string hashKey) =>
        Explain(section, key, HashKey.Unhashed(hashKey));

    /// <summary>What a flag answers a hash key that was hashed before, now, as JSON, and why.</summary>
    /// <inheritdoc cref="Explain(string, string, string)"/>
    public Evaluation<JsonElement> Explain(string section, string key, in HashKey hashKey) =>
        _flags.Explain(NameOf(section, key), ValueReaders.Of<JsonElement>(allowsNull: true), hashKey, default);

    /// <summary>This config at this instant, fixed: for a request or a batch that must not see a flag change half-way.</summary>
    /// <remarks>Copies nothing. It doesn't follow the source and needn't be disposed.</remarks>
    public SlowrollConfig Freeze() => new(_flags.Freeze(), _logger);

    /// <summary>Asks the source for a newer config now; joins the refresh that is under way.</summary>
    /// <remarks>Never throws for what a server, a network or a disk does; a fixed config is always unchanged. A new config is in
    /// force first; then the handlers of <see cref="Changed"/> are waited for, at most a second, and the write to disk, at most
    /// two seconds from its beginning.</remarks>
    /// <param name="cancellationToken">Gives up waiting; the refresh itself goes on.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The config was disposed.</exception>
    public Task<RefreshOutcome> RefreshAsync(CancellationToken cancellationToken = default) =>
        _refresher is null ? Task.FromResult(RefreshOutcome.Unchanged) : Detached.Start(_refresher.RefreshAsync).WaitAsync(cancellationToken);

    private void OnLocksChanged(FlagLocks locks)
    {
        _flags.Follow(locks);
        Log.LocksInForce(_logger, locks.All.Count, locks.Summary);
        WarnOfUselessLocks();
    }

    private Task TellAsync(ConfigSnapshot before, ConfigSnapshot after) =>
        _flags.Listeners.TellAsync(this, new ConfigChange(before, after), _logger);

    // At one moment, and the config before the clock: one that stood still must not go on under a schedule that is withdrawn.
    private void PutInForce(HeldConfig held, Action alongside)
    {
        var staleness = _flags.Clock as StalenessClock;
        if (ReferenceEquals(held.Snapshot, _flags.Snapshot))
            Confirm();
        else
            _flags.Follow(held.Snapshot, Confirm, NewMissedFlags());

        void Confirm()
        {
            staleness?.Confirm(held.ConfirmedAt);
            alongside();
        }
    }

    private void OnRefreshed()
    {
        WarnOfUnsetReads();
        _flags.Settle();
        TellOfState();
    }

    // The local cache name of a generated class's config is the class's full name.
    private void WarnOfUnsetReads()
    {
        if (UnsetReads.Take(_localCacheName))
        {
            var name = _localCacheName[(_localCacheName.LastIndexOf('.') + 1)..];
            Log.ReadUnset(_logger, OneLine.Of(name));
        }
    }

    // Without the first half, code that isn't optimized would box an int to compare it with null.
    private static bool IsNull<T>(T value) => !typeof(T).IsValueType && value is null;

    private static FlagName NameOf(string section, string key)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(key);
        return new FlagName(section, key);
    }
}
