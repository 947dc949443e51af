using Slowroll.Rollouts;

namespace Slowroll.Evaluating;

/// <summary>Each key gets one of two values, by its position and the clock.</summary>
internal sealed class RampRule<T>(Rollout rollout, T stable, T @new, Func<string, uint> hasher) : Rule<T>
{
    public override string? Fault => rollout.ScheduleError;

    public override Rule<T> LockedTo(Side side) =>
        new SettledRule<T>(side == Side.New ? @new : stable, side, EvaluationReason.Locked);

    /// <summary>Costs a look at the clock, a look-up where there are early adopters, and in mid-ramp a hash.</summary>
    public override T Evaluate(in HashKey key, TimeProvider clock, T defaultValue) =>
        ValueOf(rollout.SideOf(key, hasher, clock.GetUtcNow().UtcTicks), defaultValue);

    public override Evaluation<T> Explain(in HashKey key, TimeProvider clock, T defaultValue)
    {
        var utcTicks = clock.GetUtcNow().UtcTicks;
        var side = rollout.SideOf(key, hasher, utcTicks);
        return Explanation.Of(ValueOf(side, defaultValue), side, rollout, key, hasher, utcTicks)
            with { RampsStoppedAt = (clock as StalenessClock)?.StoppedAt };
    }

    private T ValueOf(Side side, T defaultValue) => side switch
    {
        Side.New => @new,
        Side.Stable => stable,
        _ => defaultValue,
    };
}
