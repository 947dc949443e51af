using Slowroll.Rollouts;

namespace Slowroll.Evaluating;

/// <summary>Everybody gets a number between the two values, as far as the ramp is; early adopters get
/// <c>new</c>.</summary>
internal sealed class InterpolatedRule<T>(TypedRollout<T> flag, Interpolation<T> between) : Rule<T>
{
    private readonly Rollout _rollout = flag.Rollout;

    private FinishedRule<T>? _finished;

    public override bool IsTimed => true;

    public override string? PassedOver => _rollout.PassedOver;

    public override Rule<T> LockedTo(Side side) => flag.LockedTo(side);

    public override Rule<T> SettledAt(long utcTicks) => _rollout.DecideForGood(utcTicks) is { } side
        ? _finished ??= new FinishedRule<T>(this, flag.ValueOf(side), side)
        : this;

    /// <summary>Costs a look at the clock, a look-up where there are early adopters, and a 128-bit division.</summary>
    public override T Evaluate(in HashKey hashKey, DecisionClock clock, T defaultValue)
    {
        var utcTicks = clock.UtcTicks;
        return ValueOf(_rollout.Decide(hashKey, flag.Hasher, utcTicks), utcTicks);
    }

    public override (T Value, Side Side) Decide(in HashKey hashKey, DecisionClock clock, T defaultValue)
    {
        var value = Evaluate(hashKey, clock, defaultValue);
        return (value, SideOf(value));
    }

    public override (EvaluationReason Reason, string? Error) Why(in HashKey hashKey, DecisionClock clock)
    {
        var reason = _rollout.Decide(hashKey, flag.Hasher, clock.UtcTicks).Reason;
        return (reason, reason == EvaluationReason.Invalid ? _rollout.ScheduleError : null);
    }

    public override Evaluation<T> Explain(in HashKey hashKey, DecisionClock clock, T defaultValue)
    {
        var utcTicks = clock.UtcTicks;
        var decision = _rollout.Decide(hashKey, flag.Hasher, utcTicks);
        var value = ValueOf(decision, utcTicks);
        var explained = ExplainedDecision.Of(
            value, decision with { Side = SideOf(value) }, _rollout, hashKey, flag.Hasher, utcTicks);
        return explained with { RampsStoppedAt = clock.StoppedAt };
    }

    private Side SideOf(T value) => EqualityComparer<T>.Default.Equals(value, flag.Stable) ? Side.Stable : Side.New;

    private T ValueOf(Decision decision, long utcTicks)
    {
        if (decision.Ramp is not { } ramp)
            return flag.ValueOf(decision.Side);

        var (numerator, denominator) = ramp.ShareAt(utcTicks);
        return numerator == 0 ? flag.Stable
            : numerator == denominator ? flag.New
            : between(flag.Stable, flag.New, numerator, denominator);
    }
}
