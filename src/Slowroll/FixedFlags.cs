using Slowroll.Evaluating;

namespace Slowroll;

/// <summary>The values that flags answer in a test, whatever the hash key and the time; the base of the generated
/// <c>Values</c>. A flag without a value answers its default.</summary>
public abstract class FixedFlags
{
    private readonly Dictionary<FlagName, object> _rules = [];

    /// <summary>Gives a flag a value.</summary>
    /// <param name="key">The flag's typed name.</param>
    /// <param name="value">What it answers.</param>
    protected void Set<T>(FlagKey<T> key, T value) =>
        _rules[key.Name] = new GivenRule<T>(value);

    /// <summary>A fixed config that answers these values; later changes of them have no effect on it.</summary>
    public SlowrollConfig ToConfig() => SlowrollConfig.FromRules(new Dictionary<FlagName, object>(_rules));
}
