namespace Slowroll.Evaluating;

/// <summary>A rollout that everybody has behind them: one value for all, and no look at the clock.</summary>
/// <remarks>True while the clock isn't set back: <see cref="FlagTable.Settle"/> looks again.</remarks>
internal sealed class FinishedRule<T>(Rule<T> rollout, T value, Side side) : Rule<T>
{
    public override bool IsTimed => true;

    public override Rule<T> Unsettled => rollout;

    public override Rule<T> LockedTo(Side locked) => rollout.LockedTo(locked);

    /// <summary>Costs a field read.</summary>
    public override T Evaluate(in HashKey hashKey, DecisionClock clock, T defaultValue) => value;

    public override (T Value, Side Side) Decide(in HashKey hashKey, DecisionClock clock, T defaultValue) =>
        (value, side);

    public override Evaluation<T> Explain(in HashKey hashKey, DecisionClock clock, T defaultValue) =>
        rollout.Explain(hashKey, clock, defaultValue);
}
