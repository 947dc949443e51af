using System.Text.Json;
using Slowroll.Evaluating;
using Slowroll.Live;

namespace Slowroll;

/// <summary>A config and its flags: live (it follows its source) or fixed.</summary>
/// <remarks>Reading values never throws, waits or touches disk and network, also after disposing. Finding a flag for
/// the first time reads its text and compiles its patterns on the calling thread. Safe for any number of
/// threads.</remarks>
public sealed partial class SlowrollConfig : IAsyncDisposable, IDisposable
{
    private readonly FlagTable _flags;

    // Null for a fixed config.
    private readonly LiveConfig? _live;

    /// <summary>Raised after a new config has gone into force; the arguments say what it changed.</summary>
    /// <remarks>Each handler is called on a thread of the thread pool, for one change after the other, independently of
    /// the others: one that throws (this is logged), is slow or never returns delays neither other handlers nor
    /// refreshing. Changes that come while a handler runs are given to it when it returns, as one change.</remarks>
    public event EventHandler<ConfigChangedEventArgs>? Changed
    {
        add => _flags.Listeners.Add(value);
        remove => _flags.Listeners.Remove(value);
    }

    /// <summary>Which config is in force, how fresh it is, and the last error.</summary>
    /// <remarks>One reading: never the ETag of one config with the age or the locks of another.</remarks>
    public ConfigStatus Status =>
        _live?.Status ?? new ConfigStatus
        {
            Origin = ConfigOrigin.Fixed,
            Locks = _flags.InForce.Locks.All,
            Utf8Json = _flags.InForce.Snapshot.Utf8Json,
        };

    /// <summary>The names of all flags of the config in force, section by section, whether they can be read or
    /// not.</summary>
    /// <remarks>A list of its own for each call, which later configs don't change.</remarks>
    public IReadOnlyList<FlagName> FlagNames => [.. _flags.InForce.FlagNames];

    /// <summary>A flag's value for a hash key, now. Untyped: names and type are not checked at build time.</summary>
    /// <remarks>Costs a look-up of the flag; <see cref="GetFlag{T}(FlagKey{T})"/> does that once.</remarks>
    /// <param name="section">The name of the section.</param>
    /// <param name="key">The name of the flag in it.</param>
    /// <param name="hashKey">A host name, a user id or whatever the rollout goes by; null counts as the empty
    /// one.</param>
    /// <param name="defaultValue">The answer while the config has no such flag, or none that can be read as a
    /// <typeparamref name="T"/>. If it is null, JSON's null is a value too.</param>
    /// <exception cref="NotSupportedException">A flag can't be of type <typeparamref name="T"/>, see
    /// <see cref="FlagKey{T}"/>.</exception>
    public T GetValue<T>(string section, string key, string hashKey, T defaultValue) =>
        GetValue(section, key, HashKey.Unhashed(hashKey), defaultValue);

    /// <summary>A flag's value for a hash key that was hashed before, now.</summary>
    /// <inheritdoc cref="GetValue{T}(string, string, string, T)"/>
    public T GetValue<T>(string section, string key, in HashKey hashKey, T defaultValue) =>
        _flags.Evaluate(
            NameOf(section, key), ValueReaders.Of<T>(allowsNull: IsNull(defaultValue)), hashKey, defaultValue);

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
    /// <exception cref="NotSupportedException">A flag can't be of type <typeparamref name="T"/>, see
    /// <see cref="FlagKey{T}"/>.</exception>
    public Flag<T> GetFlag<T>(FlagKey<T> key) =>
        new(_flags.SlotOf(NameOf(key.Section, key.Key), key.Reader ?? ValueReaders.Of<T>(key.AllowsNull)), key.Default);

    /// <summary>What a flag answers a hash key now.</summary>
    /// <remarks>It looks the flag up each time. A flag that is read often should be found once, with
    /// <see cref="GetFlag{T}(FlagKey{T})"/>.</remarks>
    /// <param name="key">The flag's typed name.</param>
    /// <param name="hashKey">As for <see cref="GetValue{T}(string, string, string, T)"/>.</param>
    /// <exception cref="NotSupportedException">A flag can't be of type <typeparamref name="T"/>, see
    /// <see cref="FlagKey{T}"/>.</exception>
    public T GetValue<T>(FlagKey<T> key, string hashKey) => GetValue(key, HashKey.Unhashed(hashKey));

    /// <summary>What a flag answers a hash key that was hashed before, now.</summary>
    /// <inheritdoc cref="GetValue{T}(FlagKey{T}, string)"/>
    public T GetValue<T>(FlagKey<T> key, in HashKey hashKey) =>
        _flags.Evaluate(
            NameOf(key.Section, key.Key), key.Reader ?? ValueReaders.Of<T>(key.AllowsNull), hashKey, key.Default);

    /// <summary>What a flag answers a hash key now, and why.</summary>
    /// <param name="key">The flag's typed name.</param>
    /// <param name="hashKey">As for <see cref="GetValue{T}(string, string, string, T)"/>.</param>
    /// <exception cref="NotSupportedException">A flag can't be of type <typeparamref name="T"/>, see
    /// <see cref="FlagKey{T}"/>.</exception>
    public Evaluation<T> Explain<T>(FlagKey<T> key, string hashKey) => GetFlag(key).Explain(hashKey);

    /// <summary>What a flag answers a hash key that was hashed before, now, and why.</summary>
    /// <inheritdoc cref="Explain{T}(FlagKey{T}, string)"/>
    public Evaluation<T> Explain<T>(FlagKey<T> key, in HashKey hashKey) => GetFlag(key).Explain(hashKey);

    /// <summary>What a flag answers a hash key now, as JSON, and why.</summary>
    /// <remarks>A question of people, not of the program: it reads the flag's text each time, is neither counted nor
    /// logged, and nothing of it is kept. There is no default: if the config has no such flag, or none that can be
    /// read, the value is an undefined element (its <see cref="JsonElement.ValueKind"/> is
    /// <see cref="JsonValueKind.Undefined"/>) and <see cref="Evaluation{T}.Error"/> says why.
    /// <see cref="Flag{T}.Explain(string)"/> knows one.</remarks>
    /// <param name="section">The name of the section.</param>
    /// <param name="key">The name of the flag in it.</param>
    /// <param name="hashKey">As for <see cref="GetValue{T}(string, string, string, T)"/>.</param>
    public Evaluation<JsonElement> Explain(string section, string key, string hashKey) =>
        Explain(section, key, HashKey.Unhashed(hashKey));

    /// <summary>What a flag answers a hash key that was hashed before, now, as JSON, and why.</summary>
    /// <inheritdoc cref="Explain(string, string, string)"/>
    public Evaluation<JsonElement> Explain(string section, string key, in HashKey hashKey) =>
        _flags.Explain(NameOf(section, key), ValueReaders.Of<JsonElement>(allowsNull: true), hashKey, default);

    /// <summary>This config at this instant, fixed: for a request or a batch in which no flag may change.</summary>
    /// <remarks>It copies nothing, doesn't follow the source and needn't be disposed.</remarks>
    public SlowrollConfig Freeze() => new(_flags.Freeze());

    /// <summary>Asks the source for a newer config now, or joins the refresh that is running.</summary>
    /// <remarks>Never throws for what a server, a network or a disk does; a fixed config is always unchanged. A new
    /// config is in force first; then the handlers of <see cref="Changed"/> are waited for, at most a second, and the
    /// write to disk, at most two seconds from its beginning.</remarks>
    /// <param name="cancellationToken">Gives up waiting; the refresh itself goes on.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The config was disposed.</exception>
    public Task<RefreshOutcome> RefreshAsync(CancellationToken cancellationToken = default) =>
        _live?.RefreshAsync(cancellationToken) ?? Task.FromResult(RefreshOutcome.Unchanged);

    // Without the first check, unoptimized code would box an int to compare it with null.
    private static bool IsNull<T>(T value) => !typeof(T).IsValueType && value is null;

    private static FlagName NameOf(string section, string key)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(key);
        return new FlagName(section, key);
    }
}
