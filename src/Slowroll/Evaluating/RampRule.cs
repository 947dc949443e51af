using System.Runtime.CompilerServices;
using Slowroll.Rollouts;

namespace Slowroll.Evaluating;

/// <summary>Each key gets one of two values, by its position and the clock.</summary>
internal sealed class RampRule<T>(Rollout rollout, T stable, T @new, Func<string, uint> hasher) : Rule<T>
{
    // Looked up, for no branch can guess which of the two a new key gets.
    private readonly T[] _bySide = [default!, stable, @new];

    // Most flags are asked with one key only, the name of the host: the first that comes is kept with all that time will do to
    // it. Written once, so that no thread waits for what another one writes.
    private FirstKey? _first;

    private FinishedRule<T>? _finished;

    public override bool IsTimed => true;

    public override string? Fault => rollout.ScheduleError;

    public override string? PassedOver => rollout.PassedOver;

    public override Rule<T> LockedTo(Side side) =>
        new SettledRule<T>(side == Side.New ? @new : stable, side, EvaluationReason.Locked);

    // Kept: it is asked for again at every poll.
    public override Rule<T> SettledAt(long utcTicks) => rollout.SideForGood(utcTicks) is { } side
        ? _finished ??= new FinishedRule<T>(this, ValueOf(side, stable), side)
        : this;

    /// <summary>Costs a look at the clock and a comparison for the first key that anybody asked with. For others a look-up where
    /// there are early adopters, and in mid-ramp a hash. Allocates once, at the first key.</summary>
    public override T Evaluate(in HashKey key, DecisionClock clock, T defaultValue)
    {
        var utcTicks = clock.UtcTicks;
        var first = _first ?? Keep(key);
        var side = first.Is(key) ? first.SideAt(utcTicks) : Side.Default;
        return ValueOf(side != Side.Default ? side : rollout.SideOf(key, hasher, utcTicks), defaultValue);
    }

    /// <summary>Costs what a read costs for another key than the first.</summary>
    public override (T Value, Side Side) Decide(in HashKey key, DecisionClock clock, T defaultValue)
    {
        var side = rollout.SideOf(key, hasher, clock.UtcTicks);
        return (ValueOf(side, defaultValue), side);
    }

    public override Evaluation<T> Explain(in HashKey key, DecisionClock clock, T defaultValue)
    {
        var utcTicks = clock.UtcTicks;
        var side = rollout.SideOf(key, hasher, utcTicks);
        var explanation = Explanation.Of(ValueOf(side, defaultValue), side, rollout, key, hasher, utcTicks);
        return explanation with { RampsStoppedAt = clock.StoppedAt };
    }

    // Apart: what happens once takes no room in the read.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private FirstKey Keep(in HashKey key) =>
        _first = key.Value.Length > LastAsked.LongestKey ? FirstKey.None : new FirstKey(key.Value, rollout.CourseOf(key, hasher));

    private T ValueOf(Side side, T defaultValue) => side == Side.Default ? defaultValue : _bySide[(int)side];
}
