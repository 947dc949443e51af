using Slowroll.Rollouts;

namespace Slowroll.Evaluating;

/// <summary>Everybody gets one value, whatever the time.</summary>
internal sealed class SettledRule<T>(TypedRollout<T> flag, Decision decision) : Rule<T>
{
    private readonly T _value = flag.ValueOf(decision.Side);

    public override Rule<T> LockedTo(Side side) => flag.LockedTo(side);

    /// <summary>Costs a field read.</summary>
    public override T Evaluate(in HashKey hashKey, DecisionClock clock, T defaultValue) => _value;

    public override (T Value, Side Side) Decide(in HashKey hashKey, DecisionClock clock, T defaultValue) =>
        (_value, decision.Side);

    public override (EvaluationReason Reason, string? Error) Why(in HashKey hashKey, DecisionClock clock) =>
        (decision.Reason, null);

    public override Evaluation<T> Explain(in HashKey hashKey, DecisionClock clock, T defaultValue) =>
        ExplainedDecision.Of(_value, decision, flag.Rollout, hashKey, flag.Hasher, clock.UtcTicks);
}
