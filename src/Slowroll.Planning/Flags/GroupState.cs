using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Planning.Flags;

/// <summary>What a group of hosts does at an instant.</summary>
internal enum GroupPhase
{
    /// <summary>The first step has not begun.</summary>
    Waiting,

    /// <summary>The share goes along a step, or would if time were open.</summary>
    Moving,

    /// <summary>The share stays where a step has led it, until the next step.</summary>
    Held,

    /// <summary>The last step is over.</summary>
    Over,

    /// <summary>A rollback takes <c>new</c> back.</summary>
    RollingBack,

    /// <summary>A rollback has taken <c>new</c> back.</summary>
    RolledBack,

    /// <summary>No schedule gives <c>new</c> to them.</summary>
    Unscheduled,
}

/// <summary>Where the hosts of one group stand at an instant, rollbacks included.</summary>
/// <remarks>Instants are in microseconds since the year 1, or <c>OpenTime.Never</c>.</remarks>
internal sealed record GroupState
{
    // The last instant of the year 9999.
    private static readonly long LastInstant = Schedule.MicrosecondsOf(DateTime.MaxValue);

    /// <summary>What they do.</summary>
    public required GroupPhase Phase { get; init; }

    /// <summary>How many of all buckets are on <c>new</c>: those below this number.</summary>
    public required long Count { get; init; }

    /// <summary>Where the schedule stands; null from the begin of a rollback on, and without a schedule.</summary>
    public required ScheduleState? Standing { get; init; }

    /// <summary>Whether anybody of them changes sides after this instant.</summary>
    public required bool Moves { get; init; }

    /// <summary>When the last of them has changed sides for good: the end of the schedule, or of a rollback.</summary>
    public required long End { get; init; }

    /// <summary>When a rollback begins; <c>OpenTime.Never</c> without one.</summary>
    public required long RollbackFrom { get; init; }

    /// <summary>The share on <c>new</c>, 0 to 100: that of the buckets, to a millionth.</summary>
    public double Percent => PercentOf(Count);

    /// <summary>Why and until when they stand still, although the schedule would go on; else null.</summary>
    public Standstill? Standstill => Standing?.Standstill;

    /// <summary>Whether they would move, and never will: a freeze has no <c>until</c>.</summary>
    public bool IsStopped => !Moves && Standstill is { Until: OpenTime.Never };

    /// <summary>The state of a group.</summary>
    public static GroupState At(Course course, long instant)
    {
        var (from, end) = RollbackOf(course);
        var count = course.CountAt(instant);
        var standing = course.Schedule is not { } own || instant >= from
            ? null
            : ScheduleState.At(own, Schedule.TicksOf(instant));
        return new()
        {
            Phase = course.Schedule is null ? GroupPhase.Unscheduled
                : standing is not null ? (GroupPhase)standing.Phase
                : count > 0 ? GroupPhase.RollingBack
                : GroupPhase.RolledBack,
            Count = count,
            Standing = standing,
            Moves = course.CountAt(LastInstant) != count
                || (from != OpenTime.Never && from > instant && course.CountAt(from - 1) != count),
            End = from == OpenTime.Never ? course.Schedule?.End ?? OpenTime.Never : end,
            RollbackFrom = from,
        };
    }

    /// <summary>When the first rollback of a course begins, and when nobody has <c>new</c> any more by one.</summary>
    public static (long From, long End) RollbackOf(Course course) => course.Rollbacks.Count == 0
        ? (OpenTime.Never, OpenTime.Never)
        : (course.Rollbacks.Min(rollback => rollback.From), course.Rollbacks.Min(rollback => rollback.End));

    /// <summary>The share on <c>new</c> at an instant, 0 to 100.</summary>
    public static double PercentAt(Course course, long instant) => PercentOf(course.CountAt(instant));

    // A bucket is wider than the sixth decimal, and a double finer.
    private static double PercentOf(long count) => Math.Round(count * 100.0 / Course.AllBuckets, 6);
}
