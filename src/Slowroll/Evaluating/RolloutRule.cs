using System.Runtime.CompilerServices;
using Slowroll.Rollouts;

namespace Slowroll.Evaluating;

/// <summary>Each hash key gets one of two values, by its position and the clock.</summary>
internal sealed class RolloutRule<T>(TypedRollout<T> flag) : Rule<T>
{
    private readonly Rollout _rollout = flag.Rollout;
    private readonly Func<string, uint> _hasher = flag.Hasher;

    // Looked up, for no branch can guess which of the two a new hash key gets.
    private readonly T[] _bySide = [default!, flag.Stable, flag.New];

    // Most flags are asked with one hash key only, the name of the host: what is decided for the first that comes is
    // kept. Written once, so that no thread waits for what another one writes.
    private FirstHashKey? _first;

    private FinishedRule<T>? _finished;

    public override bool IsTimed => true;

    public override string? Fault => _rollout.ScheduleError;

    public override string? PassedOver => _rollout.PassedOver;

    public override Rule<T> LockedTo(Side side) => flag.LockedTo(side);

    // Kept: it is asked for again at every poll.
    public override Rule<T> SettledAt(long utcTicks) => _rollout.DecideForGood(utcTicks) is { } side
        ? _finished ??= new FinishedRule<T>(this, flag.ValueOf(side), side)
        : this;

    /// <summary>Costs a look at the clock and a comparison for the first hash key that anybody asked with. For others a
    /// look-up where there are early adopters, and in mid-ramp a hash. Allocates once, at the first hash key.</summary>
    public override T Evaluate(in HashKey hashKey, DecisionClock clock, T defaultValue) =>
        ValueOf(SideOf(hashKey, clock.UtcTicks), defaultValue);

    /// <summary>Costs what a read costs.</summary>
    public override (T Value, Side Side) Decide(in HashKey hashKey, DecisionClock clock, T defaultValue)
    {
        var side = SideOf(hashKey, clock.UtcTicks);
        return (ValueOf(side, defaultValue), side);
    }

    public override Evaluation<T> Explain(in HashKey hashKey, DecisionClock clock, T defaultValue)
    {
        var utcTicks = clock.UtcTicks;
        var decision = _rollout.Decide(hashKey, _hasher, utcTicks);
        var value = ValueOf(decision.Side, defaultValue);
        var explained = ExplainedDecision.Of(value, decision, _rollout, hashKey, _hasher, utcTicks);
        return explained with { RampsStoppedAt = clock.StoppedAt };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Side SideOf(in HashKey hashKey, long utcTicks)
    {
        var first = _first ?? Keep(hashKey, utcTicks);
        return first.TryGetSide(hashKey, utcTicks, out var side) ? side : _rollout.SideOf(hashKey, _hasher, utcTicks);
    }

    // Apart: what happens once takes no room in the read.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private FirstHashKey Keep(in HashKey hashKey, long utcTicks)
    {
        var decision = _rollout.Decide(hashKey, _hasher, utcTicks);
        return _first = hashKey.Value.Length <= LastHashKey.LongestKept
            && _rollout.Remember(decision, hashKey, _hasher) is { } decided
            ? new FirstHashKey(hashKey.Value, decided)
            : FirstHashKey.None;
    }

    private T ValueOf(Side side, T defaultValue) => side == Side.Default ? defaultValue : _bySide[(int)side];
}
