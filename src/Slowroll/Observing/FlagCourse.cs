using Slowroll.Locking;
using Slowroll.Rollouts;

namespace Slowroll.Observing;

/// <summary>A flag of a config with a <c>new</c>, as far as it is observed: its shares, and when the hash key of this
/// process is on <c>new</c>.</summary>
internal sealed class FlagCourse
{
    /// <summary>The flag.</summary>
    public required FlagName Name { get; init; }

    /// <summary>Its ramps: one, or that of each wave. Empty for a canary, and for a flag that can't be read.</summary>
    public IReadOnlyList<(string? Wave, Ramp Ramp)> Ramps { get; set; } = [];

    /// <summary>Whether the flag has waves, so that each ramp is that of a wave.</summary>
    public bool HasWaves { get; init; }

    /// <summary>Whether everybody gets a number between the two values: nobody switches then.</summary>
    public bool Interpolates { get; init; }

    /// <summary>Whether its rollout can be read. A lock doesn't help one that can't.</summary>
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

    /// <summary>How interesting the flag is at an instant, 0 most: what moves, what will, what is over, and what has no
    /// schedule.</summary>
    public int RankAt(long utcTicks) =>
        Ramps.Count == 0 ? 3
        : Ramps.All(each => each.Ramp.IsOverAt(utcTicks)) ? 2
        : Ramps.Any(each => utcTicks >= Schedule.TicksOf(each.Ramp.Schedule.Start)) ? 0
        : 1;
}
