namespace Slowroll.Evaluating;

/// <summary>A rollout that everybody has behind them: one value for all, and no look at the clock any more.</summary>
internal sealed class FinishedRule<T>(Rule<T> rollout, T value) : Rule<T>
{
    public override Rule<T> LockedTo(Side side) => rollout.LockedTo(side);

    /// <summary>Costs a field read.</summary>
    public override T Evaluate(in HashKey key, DecisionClock clock, T defaultValue) => value;

    public override Evaluation<T> Explain(in HashKey key, DecisionClock clock, T defaultValue) =>
        rollout.Explain(key, clock, defaultValue);
}
