using Slowroll.Documents;
using Slowroll.Locking;

namespace Slowroll.Evaluating;

/// <summary>Rules that come from no config: each flag's is given.</summary>
/// <param name="rules">By flag, a rule of the flag's own type.</param>
internal sealed class FixedBook(IReadOnlyDictionary<FlagName, object> rules)
    : RuleBook(new(ConfigSnapshot.Empty, Hashers.Sha1), FlagLocks.None)
{
    public override IEnumerable<FlagName> FlagNames => rules.Keys;

    public override Rule<T>? RuleOf<T>(FlagName flag, FlagValueReader<T> reader, out string? fault)
    {
        fault = null;
        return rules.GetValueOrDefault(flag) as Rule<T>;
    }

    public override Rule<T>? MakeOnce<T>(FlagName flag, FlagValueReader<T> reader) => RuleOf(flag, reader, out _);
}
