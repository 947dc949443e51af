using Slowroll.Planning.Flags;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Tool.Planning.Hours;

/// <summary>What one course does in one hour: the number of buckets on <c>new</c> rises to a peak, and falls from
/// there.</summary>
/// <remarks>A schedule only rises or only falls, and from a rollback on it only falls. So these three numbers say
/// exactly which buckets change sides in the hour: those from the lower end to the peak.</remarks>
/// <param name="Hour">Which hour.</param>
/// <param name="Before">Before it.</param>
/// <param name="Peak">At most.</param>
/// <param name="After">At its end.</param>
internal readonly record struct HourMove(int Hour, long Before, long Peak, long After)
{
    /// <summary>The lowest bucket that changes sides; those from here to the peak do.</summary>
    public long Lowest => Math.Min(Before, After);

    /// <summary>Whether nobody changes sides.</summary>
    public bool IsNone => Before == Peak && Peak == After;

    /// <summary>What a course does in an hour.</summary>
    public static HourMove In(Course course, HourRange hours, int hour) =>
        In(course, hours, hour, course.CountAt(hours.Before(hour)));

    /// <summary>What a course does in each hour in which somebody changes sides.</summary>
    /// <remarks>Costs one <see cref="Course.CountAt"/> for each hour in which the share goes; none for hours in which
    /// it stands still.</remarks>
    public static IEnumerable<HourMove> All(Course course, HourRange hours)
    {
        if (course.Schedule is null)
            yield break;

        var count = course.CountAt(hours.At);
        var goesUntil = 0L;
        for (var hour = 0; hour < hours.Count; hour++)
        {
            var known = hours.Before(hour);
            if (known >= goesUntil)
            {
                (var next, goesUntil) = NextChange(course, known);
                if (next == OpenTime.Never || next >= hours.Until)
                    yield break;

                hour = hours.HourOf(next);
            }

            var move = In(course, hours, hour, count);
            count = move.After;
            if (!move.IsNone)
                yield return move;
        }
    }

    private static HourMove In(Course course, HourRange hours, int hour, long before)
    {
        var last = hours.LastOf(hour);
        var after = course.CountAt(last);
        var rollback = GroupState.RollbackOf(course).From;
        var peak = course.Schedule is not { IsFalling: false } || rollback - 1 <= hours.Before(hour) ? before
            : rollback > last ? after
            : course.CountAt(rollback - 1);
        return new(hour, before, peak, after);
    }

    // When anybody may change sides after an instant, and until when that may go on at least.
    private static (long Next, long GoesUntil) NextChange(Course course, long instant)
    {
        var (from, end) = GroupState.RollbackOf(course);
        if (instant >= end)
            return (OpenTime.Never, OpenTime.Never);
        if (instant >= from)
            return (instant + 1, end);

        var state = ScheduleState.At(course.Schedule!, Schedule.TicksOf(instant));
        var next = state is { Phase: SchedulePhase.Moving, Standstill: null } ? instant + 1 : state.Next;
        return (Math.Min(next, from), Math.Min(state.Next, from));
    }
}
