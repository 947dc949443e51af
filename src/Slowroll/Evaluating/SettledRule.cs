namespace Slowroll.Evaluating;

/// <summary>Everybody gets one value, whatever the time.</summary>
internal sealed class SettledRule<T>(T value, Side side, EvaluationReason reason) : Rule<T>
{
    public override Rule<T> LockedTo(Side locked) =>
        locked == side ? new SettledRule<T>(value, side, EvaluationReason.Locked) : this;

    /// <summary>Costs a field read.</summary>
    public override T Evaluate(in HashKey key, DecisionClock clock, T defaultValue) => value;

    public override (T Value, Side Side) Decide(in HashKey key, DecisionClock clock, T defaultValue) => (value, side);

    public override Evaluation<T> Explain(in HashKey key, DecisionClock clock, T defaultValue) => new(value, side, reason);
}
