using System.Collections.Concurrent;
using Slowroll.Documents;
using Slowroll.Telemetry;

namespace Slowroll.Evaluating;

/// <summary>The rules of one config, each made the first time that its flag is asked for. All books of the config share
/// them, so that no flag is read again when only locks change.</summary>
/// <param name="snapshot">The config.</param>
/// <param name="hasher">From a hash key to its bucket.</param>
/// <param name="missed">Collects the flags that are asked for and that the config doesn't have; null to collect
/// none.</param>
/// <param name="exposures">Is told of the hash keys that flags are asked for with; null to tell nobody.</param>
internal sealed class ConfigRules(
    ConfigSnapshot snapshot, Func<string, uint> hasher, MissedFlags? missed = null, Exposures? exposures = null)
{
    // A caller may make a new reader for each read; their number must stay bounded.
    private const int MostReadersPerFlag = 4;

    private readonly ConcurrentDictionary<(FlagName Flag, object Reader), Rule> _rules = new();

    // IsEmpty of a dictionary without entries takes its locks and starts an event source.
    private volatile bool _hasAny;

    private string? _etag;

    public ConfigSnapshot Snapshot => snapshot;

    public Func<string, uint> Hasher => hasher;

    public MissedFlags? Missed => missed;

    public Exposures? Exposures => exposures;

    /// <summary>The ETag with which the source confirmed the config last; null for none.</summary>
    public string? ETag
    {
        get => Volatile.Read(ref _etag);
        set => Volatile.Write(ref _etag, value);
    }

    /// <summary>Whether no flag was asked for.</summary>
    public bool HasNone => !_hasAny;

    /// <summary>The flags that were asked for, how their values were read, and the rules that came of it.</summary>
    public IEnumerable<(FlagName Flag, object Reader, Rule Rule)> Found => _rules
        .Take(MostReadersPerFlag * snapshot.FlagCount)
        .Select(found => (found.Key.Flag, found.Key.Reader, found.Value));

    /// <summary>The rules of another config in the place of this one.</summary>
    /// <param name="next">The config.</param>
    /// <param name="etag">Its ETag; null for none.</param>
    /// <param name="missedOfNext">As for the constructor.</param>
    public ConfigRules Followed(ConfigSnapshot next, string? etag, MissedFlags? missedOfNext) =>
        new(next, hasher, missedOfNext, exposures) { ETag = etag };

    /// <summary>The rule of a flag that the config doesn't have.</summary>
    public Rule<T> Missing<T>(FlagName flag) => Exposed(new MissingRule<T>(snapshot, flag), flag);

    /// <summary>Tells of a hash key that got a side for the first time.</summary>
    public void Tell(
        FlagName flag, string hashKey, Side side, (EvaluationReason Reason, string? Error) why, DecisionClock clock) =>
        exposures?.Tell(new(flag, hashKey, side, why.Reason)
        {
            Error = why.Error,
            IsStopped = clock.StoppedAt is not null,
            HasConfig = !ReferenceEquals(snapshot, ConfigSnapshot.Empty),
            ETag = ETag,
        });

    /// <summary>Tells of a question for a flag that the config doesn't have, if it is the first one with that hash
    /// key.</summary>
    public void TellMissing(FlagName flag, string hashKey, DecisionClock clock)
    {
        if (exposures is { IsFull: false }
            && exposures.IsFirst(ExposedPairs.NumberOf(flag), hashKey, Side.Default))
        {
            Tell(flag, hashKey, Side.Default, (EvaluationReason.Missing, null), clock);
        }
    }

    /// <summary>A flag's rule, made the first time it is asked for; null if the config has no such flag.</summary>
    /// <param name="flag">The flag's names.</param>
    /// <param name="reader">How its values are read.</param>
    /// <param name="fault">What there is to log about a flag of the config, at the first time; else null.</param>
    public Rule<T>? RuleOf<T>(FlagName flag, FlagValueReader<T> reader, out string? fault)
    {
        fault = null;
        if (_rules.TryGetValue((flag, reader), out var known))
            return (Rule<T>)known;

        // Missing flags are not remembered: a caller may ask for any number of names.
        if (!snapshot.TryGetText(flag, out var text))
        {
            missed?.Note(flag);
            return null;
        }

        var made = RuleFactory.Make(text, reader, hasher, snapshot.Settings, snapshot.PatternRefusalOf(flag));
        _hasAny = true;
        made = Exposed(made, flag);
        var kept = (Rule<T>)_rules.GetOrAdd((flag, reader), made);
        if (ReferenceEquals(made, kept))
            fault = made.Complaint;
        return kept;
    }

    /// <summary>A flag's rule, made for one question and not kept: whoever asks about any flag of a config, such as a
    /// page for people, must not leave rules behind that each new config makes again. Null if the config has no such
    /// flag.</summary>
    public Rule<T>? MakeOnce<T>(FlagName flag, FlagValueReader<T> reader) =>
        snapshot.TryGetText(flag, out var text)
            ? RuleFactory.Make(text, reader, hasher, snapshot.Settings, snapshot.PatternRefusalOf(flag))
            : null;

    private Rule<T> Exposed<T>(Rule<T> rule, FlagName flag) =>
        exposures is null ? rule : new ExposedRule<T>(rule, flag, this, exposures);
}
