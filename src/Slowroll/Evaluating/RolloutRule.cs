using System.Runtime.CompilerServices;
using Slowroll.Rollouts;

namespace Slowroll.Evaluating;

/// <summary>Each hash key gets one of two values, by its position and the clock.</summary>
internal sealed class RolloutRule<T>(TypedRollout<T> flag) : Rule<T>
{
    private readonly Rollout _rollout = flag.Rollout;
    private readonly Func<string, uint> _hasher = flag.Hasher;

    // An array, since no branch prediction can guess which of the two a new hash key gets.
    private readonly T[] _bySide = [default!, flag.Stable, flag.New];

    // Most flags are read with one hash key only, the name of the host: the decision for the first one is kept. It is
    // written once, so that no thread waits for the writes of another one.
    private FirstHashKey? _first;

    private FinishedRule<T>? _finished;

    public override bool IsTimed => true;

    public override string? Fault => _rollout.ScheduleError;

    public override string? PassedOver => _rollout.PassedOver;

    public override Rule<T> LockedTo(Side side) => flag.LockedTo(side);

    // Kept, since every poll asks for it.
    public override Rule<T> SettledAt(long utcTicks) => _rollout.DecideForGood(utcTicks) is { } side
        ? _finished ??= new FinishedRule<T>(this, flag.ValueOf(side), side)
        : this;

    /// <summary>Costs a read of the clock and a comparison for the first hash key of the rollout. Other hash keys cost
    /// a look-up if there are early adopters, and a hash during the ramp. Allocates once, at the first hash
    /// key.</summary>
    public override T Evaluate(in HashKey hashKey, DecisionClock clock, T defaultValue) =>
        ValueOf(SideOf(hashKey, clock.UtcTicks), defaultValue);

    /// <summary>Costs what a read costs.</summary>
    public override (T Value, Side Side) Decide(in HashKey hashKey, DecisionClock clock, T defaultValue)
    {
        var side = SideOf(hashKey, clock.UtcTicks);
        return (ValueOf(side, defaultValue), side);
    }

    public override (EvaluationReason Reason, string? Error) Why(in HashKey hashKey, DecisionClock clock)
    {
        var reason = _rollout.Decide(hashKey, _hasher, clock.UtcTicks).Reason;
        return (reason, reason == EvaluationReason.Invalid ? _rollout.ScheduleError : null);
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

    // A method of its own, so that the read stays small.
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
