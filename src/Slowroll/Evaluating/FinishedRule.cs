namespace Slowroll.Evaluating;

/// <summary>A rollout that is over for everybody: one value for all, without reading the clock.</summary>
/// <remarks>Valid until the clock is set back: <see cref="FlagTable.Settle"/> checks that.</remarks>
internal sealed class FinishedRule<T>(Rule<T> rollout, T value, Side side) : Rule<T>
{
    public override bool IsTimed => true;

    public override Rule<T> Unsettled => rollout;

    public override Rule<T> LockedTo(Side locked) => rollout.LockedTo(locked);

    /// <summary>Costs a field read.</summary>
    public override T Evaluate(in HashKey hashKey, DecisionClock clock, T defaultValue) => value;

    public override (T Value, Side Side) Decide(in HashKey hashKey, DecisionClock clock, T defaultValue) =>
        (value, side);

    public override (EvaluationReason Reason, string? Error) Why(in HashKey hashKey, DecisionClock clock) =>
        rollout.Why(hashKey, clock);

    public override Evaluation<T> Explain(in HashKey hashKey, DecisionClock clock, T defaultValue) =>
        rollout.Explain(hashKey, clock, defaultValue);
}
