using Slowroll.Locking;
using Slowroll.Rollouts;

namespace Slowroll.Observing;

/// <summary>A flag of a config that has a <c>new</c> or can't be read, as far as it is observed: its shares, and when
/// the hash key of this process is on <c>new</c>.</summary>
internal sealed class FlagCourse
{
    /// <summary>The flag.</summary>
    public required FlagName Name { get; init; }

    /// <summary>Its ramps: one, or one for each wave. Empty for a canary, and for a flag that can't be read.</summary>
    public IReadOnlyList<(string? Wave, Ramp Ramp)> Ramps { get; set; } = [];

    /// <summary>Whether the flag has waves, so that each ramp belongs to a wave.</summary>
    public bool HasWaves { get; init; }

    /// <summary>Whether everybody gets a number between the two values. Then nobody switches.</summary>
    public bool Interpolates { get; init; }

    /// <summary>Whether its rollout can be read. A lock has no effect on one that can't.</summary>
    public bool IsReadable { get; init; }

    /// <summary>When the hash key of this process is on <c>new</c>; null where the default answers, and where there is
    /// no such hash key.</summary>
    public TimeOnNew? Own { get; init; }

    /// <summary>Whether a rollback takes <c>new</c> from this process, and not the schedule.</summary>
    public bool LeavesByRollback { get; init; }

    /// <summary>The side of this process at an instant.</summary>
    public Side SideAt(long utcTicks, FlagLocks locks) =>
        !IsReadable ? Side.Default
        : locks.SideOf(Name) ?? Own?.SideAt(utcTicks) ?? Side.Default;

    /// <summary>The first instant after another one at which this process changes sides without a lock; the largest
    /// number if it never does.</summary>
    public long NextAfter(long utcTicks)
    {
        if (Own is not { } own || own.FromTicks >= own.UntilTicks)
            return long.MaxValue;

        return own.FromTicks > utcTicks ? own.FromTicks
            : own.UntilTicks > utcTicks ? own.UntilTicks
            : long.MaxValue;
    }

    /// <summary>The place of the flag in the order in which flags are measured, at an instant: 0 if it moves, 1 if it
    /// will move, 2 if its schedule is over, 3 if it has none.</summary>
    public int RankAt(long utcTicks) =>
        Ramps.Count == 0 ? 3
        : Ramps.All(each => each.Ramp.IsOverAt(utcTicks)) ? 2
        : Ramps.Any(each => utcTicks >= Schedule.TicksOf(each.Ramp.Schedule.Start)) ? 0
        : 1;
}
