using Slowroll.Rollouts;

namespace Slowroll.Evaluating;

/// <summary>Everybody gets a number between the two values, as far as the ramp is; early adopters get <c>new</c>.</summary>
internal sealed class InterpolatedRule<T>(
    Rollout rollout,
    Ramp ramp,
    T stable,
    T @new,
    Interpolation<T> between,
    Func<string, uint> hasher) : Rule<T>
{
    private FinishedRule<T>? _finished;

    public override bool IsTimed => true;

    public override string? PassedOver => rollout.PassedOver;

    public override Rule<T> LockedTo(Side side) =>
        new SettledRule<T>(side == Side.New ? @new : stable, side, EvaluationReason.Locked);

    public override Rule<T> SettledAt(long utcTicks) => rollout.SideForGood(utcTicks) is { } side
        ? _finished ??= new FinishedRule<T>(this, side == Side.New ? @new : stable, side)
        : this;

    /// <summary>Costs a look at the clock, a look-up where there are early adopters, and a 128-bit division.</summary>
    public override T Evaluate(in HashKey key, DecisionClock clock, T defaultValue) =>
        ValueOf(key, clock.UtcTicks);

    public override (T Value, Side Side) Decide(in HashKey key, DecisionClock clock, T defaultValue)
    {
        var value = ValueOf(key, clock.UtcTicks);
        return (value, SideOf(value));
    }

    public override Evaluation<T> Explain(in HashKey key, DecisionClock clock, T defaultValue)
    {
        var utcTicks = clock.UtcTicks;
        var value = ValueOf(key, utcTicks);
        var explanation = Explanation.Of(value, SideOf(value), rollout, key, hasher, utcTicks);
        return explanation with { RampsStoppedAt = clock.StoppedAt };
    }

    private Side SideOf(T value) => EqualityComparer<T>.Default.Equals(value, stable) ? Side.Stable : Side.New;

    private T ValueOf(in HashKey key, long utcTicks)
    {
        if (rollout.IsEarlyAdopter(key))
            return @new;

        var (numerator, denominator) = ramp.ShareAt(utcTicks);
        return numerator == 0 ? stable : numerator == denominator ? @new : between(stable, @new, numerator, denominator);
    }
}
