using System.Runtime.CompilerServices;
using Slowroll.Rollouts;
using Slowroll.Telemetry;

namespace Slowroll.Evaluating;

/// <summary>Answers as another rule does, and tells of each hash key that gets a side for the first time. Only a config
/// whose options ask for exposures has such rules, so that the reads of all others cost nothing for it.</summary>
/// <param name="rule">The rule that answers.</param>
/// <param name="flag">Its flag.</param>
/// <param name="rules">The config that the rule is of.</param>
/// <param name="exposures">Who is told.</param>
internal sealed class ExposedRule<T>(Rule<T> rule, FlagName flag, ConfigRules rules, Exposures exposures) : Rule<T>
{
    private readonly long _flag = ExposedPairs.NumberOf(flag);

    // Most flags are read with one hash key only: the first of each side is known without a look-up.
    private readonly string?[] _first = new string?[3];

    private ExposedRule<T>? _unsettled;
    private ExposedRule<T>? _settled;

    public override string? Fault => rule.Fault;

    public override string? PassedOver => rule.PassedOver;

    public override bool IsTimed => rule.IsTimed;

    public override Rule<T> Unsettled => _unsettled ?? this;

    public override Rule<T> LockedTo(Side side) =>
        rule.LockedTo(side) is var locked && ReferenceEquals(locked, rule) ? this : Of(locked);

    // Kept, since every poll asks for it.
    public override Rule<T> SettledAt(long utcTicks)
    {
        var settled = rule.SettledAt(utcTicks);
        if (ReferenceEquals(settled, rule))
            return this;

        var kept = _settled;
        if (kept is null || !ReferenceEquals(kept.Inner, settled))
        {
            _settled = kept = Of(settled);
            kept._unsettled = this;
        }

        return kept;
    }

    /// <summary>Costs what the other rule costs, and a comparison for the first hash key of each side; for others a
    /// hash and a look-up. Allocates only where there is something to tell.</summary>
    public override T Evaluate(in HashKey hashKey, DecisionClock clock, T defaultValue) =>
        Decide(hashKey, clock, defaultValue).Value;

    public override (T Value, Side Side) Decide(in HashKey hashKey, DecisionClock clock, T defaultValue)
    {
        var answer = rule.Decide(hashKey, clock, defaultValue);
        if (!ReferenceEquals(_first[(int)answer.Side], hashKey.Value) && !exposures.IsFull)
            Note(hashKey, clock, answer.Side);
        return answer;
    }

    public override (EvaluationReason Reason, string? Error) Why(in HashKey hashKey, DecisionClock clock) =>
        rule.Why(hashKey, clock);

    public override Evaluation<T> Explain(in HashKey hashKey, DecisionClock clock, T defaultValue) =>
        rule.Explain(hashKey, clock, defaultValue);

    private Rule<T> Inner => rule;

    private ExposedRule<T> Of(Rule<T> other) => new(other, flag, rules, exposures);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Note(in HashKey hashKey, DecisionClock clock, Side side)
    {
        if (exposures.IsFirst(_flag, hashKey.Value, side))
            rules.Tell(flag, hashKey.Value, side, rule.Why(hashKey, clock), clock);
        if (_first[(int)side] is null && hashKey.Value.Length <= LastHashKey.LongestKept)
            _first[(int)side] = hashKey.Value;
    }
}
