using Slowroll.Documents;

namespace Slowroll.Evaluating;

/// <summary>The config has no such flag: everybody gets the caller's default.</summary>
internal sealed class MissingRule<T>(ConfigSnapshot snapshot, FlagName flag) : Rule<T>
{
    public override T Evaluate(in HashKey hashKey, DecisionClock clock, T defaultValue) => defaultValue;

    public override (T Value, Side Side) Decide(in HashKey hashKey, DecisionClock clock, T defaultValue) =>
        (defaultValue, Side.Default);

    public override (EvaluationReason Reason, string? Error) Why(in HashKey hashKey, DecisionClock clock) =>
        (EvaluationReason.Missing, null);

    // Searching for similar names takes time: it is done only to explain.
    public override Evaluation<T> Explain(in HashKey hashKey, DecisionClock clock, T defaultValue) =>
        new(defaultValue, Side.Default, EvaluationReason.Missing) { Error = MissingFlag.Describe(snapshot, flag) };
}
