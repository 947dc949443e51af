using System.Collections.Concurrent;
using Slowroll.Documents;
using Slowroll.Locking;
using Slowroll.Telemetry;

namespace Slowroll.Evaluating;

/// <summary>One config under the locks of this machine: every flag's rule. A new config or new locks are a new
/// book.</summary>
internal class RuleBook(ConfigRules rules, FlagLocks locks)
{
    // Only if there are locks: otherwise the rules of the config are used directly.
    private readonly ConcurrentDictionary<(FlagName, object Reader), object>? _locked =
        locks.All.Count > 0 ? new() : null;

    // Only if evaluations are counted.
    private ConcurrentDictionary<FlagName, EvaluationTags>? _tags;

    public ConfigRules Rules => rules;

    public ConfigSnapshot Snapshot => rules.Snapshot;

    public FlagLocks Locks => locks;

    /// <summary>The names of all flags.</summary>
    public virtual IEnumerable<FlagName> FlagNames => rules.Snapshot.Flags;

    /// <summary>A flag's rule, made the first time it is asked for; null if the config has no such flag.</summary>
    /// <param name="flag">The flag's names.</param>
    /// <param name="reader">How its values are read.</param>
    /// <param name="fault">Why a flag of the config can't be used; reported once for each snapshot, flag and type, else
    /// null.</param>
    public virtual Rule<T>? RuleOf<T>(FlagName flag, FlagValueReader<T> reader, out string? fault)
    {
        var rule = rules.RuleOf(flag, reader, out fault);
        return rule is null || _locked is null
            ? rule
            : (Rule<T>)_locked.GetOrAdd(
                (flag, reader), static (key, its) => Pinned(its.rule, its.locks.SideOf(key.Item1)), (rule, locks));
    }

    /// <inheritdoc cref="ConfigRules.MakeOnce"/>
    public virtual Rule<T>? MakeOnce<T>(FlagName flag, FlagValueReader<T> reader) =>
        rules.MakeOnce(flag, reader) is { } rule ? Pinned(rule, locks.SideOf(flag)) : null;

    /// <summary>Makes the rules of all flags that were read by an earlier book, so that no read has to make
    /// them.</summary>
    /// <returns>The flags, each with the reason why it can't be used, as <see cref="RuleOf{T}"/> reports it.</returns>
    public IEnumerable<(FlagName Flag, string? Fault)> FindAllOf(RuleBook earlier) =>
        earlier.Rules.HasNone
            ? []
            : earlier.Rules.Found.Select(found => (found.Flag, found.Rule.FindIn(this, found.Flag, found.Reader)));

    /// <summary>The tags of a flag whose evaluations are counted. Only for flags of the config.</summary>
    public EvaluationTags TagsOf(FlagName flag) =>
        LazyInitializer.EnsureInitialized(ref _tags).GetOrAdd(flag, static name => new EvaluationTags(name));

    private static Rule<T> Pinned<T>(Rule<T> rule, Side? side) => side is { } pinned ? rule.LockedTo(pinned) : rule;
}
