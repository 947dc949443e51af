namespace Slowroll.Evaluating;

/// <summary>A flag of one snapshot, ready to decide: nothing is left to parse, look up or convert.</summary>
/// <remarks>Immutable. The clock comes with the question, so that one rule serves the live config and frozen views alike.</remarks>
internal abstract class Rule<T>
{
    /// <summary>Why the flag answers its default, to some or to all; null where nothing is wrong with it.</summary>
    public virtual string? Fault => null;

    /// <summary>What of the flag is passed over, while the rest of it works, in a sentence; null where nothing is.</summary>
    public virtual string? PassedOver => null;

    /// <summary>What there is to log of the flag, as the end of a sentence that begins with its name; null for nothing.</summary>
    public string? Complaint =>
        Fault is { } fault ? $"answers its default. {fault}" : PassedOver is { } passedOver ? $"is read but for a part. {passedOver}" : null;

    /// <summary>The rule by which everybody gets one side. Without a value for that side the rule stays as it is.</summary>
    public virtual Rule<T> LockedTo(Side side) => this;

    /// <summary>The rule that is left of this one once time can't change its answers any more; until then this one.</summary>
    public virtual Rule<T> SettledAt(long utcTicks) => this;

    public abstract T Evaluate(in HashKey key, DecisionClock clock, T defaultValue);

    /// <summary>The value and its side, for who counts.</summary>
    public virtual (T Value, Side Side) Decide(in HashKey key, DecisionClock clock, T defaultValue)
    {
        var (value, side, _) = Explain(key, clock, defaultValue);
        return (value, side);
    }

    public abstract Evaluation<T> Explain(in HashKey key, DecisionClock clock, T defaultValue);
}
