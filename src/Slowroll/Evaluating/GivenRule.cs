namespace Slowroll.Evaluating;

/// <summary>Everybody gets the value that a test gave the flag.</summary>
internal sealed class GivenRule<T>(T value) : Rule<T>
{
    /// <summary>Costs a field read.</summary>
    public override T Evaluate(in HashKey hashKey, DecisionClock clock, T defaultValue) => value;

    public override (T Value, Side Side) Decide(in HashKey hashKey, DecisionClock clock, T defaultValue) =>
        (value, Side.Default);

    public override (EvaluationReason Reason, string? Error) Why(in HashKey hashKey, DecisionClock clock) =>
        (EvaluationReason.Fixed, null);

    public override Evaluation<T> Explain(in HashKey hashKey, DecisionClock clock, T defaultValue) =>
        new(value, Side.Default, EvaluationReason.Fixed);
}
