using Slowroll.Rollouts;

namespace Slowroll.Evaluating;

/// <summary>Each key gets one of two values, by its position and the clock.</summary>
internal sealed class RampRule<T>(Rollout rollout, T stable, T @new, Func<string, uint> hasher) : Rule<T>
{
    // Looked up, for no branch can guess which of the two a new key gets.
    private readonly T[] _bySide = [default!, stable, @new];

    public override string? Fault => rollout.ScheduleError;

    public override Rule<T> LockedTo(Side side) =>
        new SettledRule<T>(side == Side.New ? @new : stable, side, EvaluationReason.Locked);

    public override Rule<T> SettledAt(long utcTicks) =>
        rollout.SideForGood(utcTicks) is { } side ? new FinishedRule<T>(this, side == Side.New ? @new : stable) : this;

    /// <summary>Costs a look at the clock, a look-up where there are early adopters, and in mid-ramp a hash.</summary>
    public override T Evaluate(in HashKey key, DecisionClock clock, T defaultValue) =>
        ValueOf(rollout.SideOf(key, hasher, clock.UtcTicks), defaultValue);

    public override Evaluation<T> Explain(in HashKey key, DecisionClock clock, T defaultValue)
    {
        var utcTicks = clock.UtcTicks;
        var side = rollout.SideOf(key, hasher, utcTicks);
        return Explanation.Of(ValueOf(side, defaultValue), side, rollout, key, hasher, utcTicks)
            with { RampsStoppedAt = clock.StoppedAt };
    }

    private T ValueOf(Side side, T defaultValue) => side == Side.Default ? defaultValue : _bySide[(int)side];
}
