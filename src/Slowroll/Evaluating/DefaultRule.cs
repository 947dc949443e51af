namespace Slowroll.Evaluating;

/// <summary>The config has no usable rollout for this flag: everybody gets the caller's default.</summary>
internal sealed class DefaultRule<T>(EvaluationReason reason, string error) : Rule<T>
{
    public override string? Fault => error;

    public override T Evaluate(in HashKey hashKey, DecisionClock clock, T defaultValue) => defaultValue;

    public override (T Value, Side Side) Decide(in HashKey hashKey, DecisionClock clock, T defaultValue) =>
        (defaultValue, Side.Default);

    public override (EvaluationReason Reason, string? Error) Why(in HashKey hashKey, DecisionClock clock) =>
        (reason, error);

    public override Evaluation<T> Explain(in HashKey hashKey, DecisionClock clock, T defaultValue) =>
        new(defaultValue, Side.Default, reason) { Error = error };
}
