using System.Collections.Concurrent;
using Slowroll.Documents;
using Slowroll.Locking;

namespace Slowroll.Evaluating;

/// <summary>One config under the locks of this machine: every flag's rule. A new config or new locks are a new book.</summary>
internal class RuleBook(ConfigSnapshot snapshot, FlagLocks locks)
{
    // Only where there are locks: else the snapshot's own rules are the ones that count.
    private readonly ConcurrentDictionary<(FlagName, object Reader), object>? _locked = locks.All.Count > 0 ? new() : null;

    public ConfigSnapshot Snapshot => snapshot;

    public FlagLocks Locks => locks;

    /// <summary>A flag's rule, made the first time it is asked for; null if the config has no such flag.</summary>
    /// <param name="flag">The flag's names.</param>
    /// <param name="reader">How its values are read.</param>
    /// <param name="fault">Why a flag that is there can't be used; told once for each snapshot, flag and type, else null.</param>
    public virtual Rule<T>? RuleOf<T>(FlagName flag, ValueReader<T> reader, out string? fault)
    {
        var rule = snapshot.RuleOf(flag, reader, out fault);
        return rule is null || _locked is null
            ? rule
            : (Rule<T>)_locked.GetOrAdd((flag, reader), static (key, its) => Pinned(its.rule, its.locks.SideOf(key.Item1)), (rule, locks));
    }

    private static Rule<T> Pinned<T>(Rule<T> rule, Side? side) => side is { } pinned ? rule.LockedTo(pinned) : rule;
}
