using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Planning.Flags;

/// <summary>An instant at which a course changes direction.</summary>
/// <param name="At">The instant, in microseconds since the year 1.</param>
/// <param name="State">What its schedule does from here on; null from a rollback on.</param>
internal readonly record struct CourseMoment(long At, ScheduleState? State);

/// <summary>Goes along a course, from each instant at which it changes direction to the next one.</summary>
internal static class CourseWalk
{
    // A share is the lower of several lines here, so that it may bend anywhere.
    private const int LooksAtSeveral = 32;

    /// <summary>The moments from an instant on; this instant is the first one.</summary>
    /// <remarks>Between two moments the share goes in a straight line. Costs a look at the schedule for each.</remarks>
    public static IEnumerable<CourseMoment> From(Course course, long from)
    {
        if (course.Schedule is not { } schedule)
            yield break;

        var (rollback, _) = GroupState.RollbackOf(course);
        if (from >= rollback)
            yield return new(from, null);

        for (var at = from; at < rollback;)
        {
            var state = ScheduleState.At(schedule, Schedule.TicksOf(at));
            yield return new(at, state);
            at = Math.Max(state.Next, at + 1);
            if (at >= OpenTime.Never)
                break;
        }

        foreach (var instant in RollbackCorners(course).Where(instant => instant > from))
            yield return new(instant, null);
    }

    private static IEnumerable<long> RollbackCorners(Course course)
    {
        if (course.Rollbacks.Count == 0)
            return [];

        var ends = course.Rollbacks.SelectMany(rollback => new[] { rollback.From, rollback.End })
            .Where(instant => instant != OpenTime.Never)
            .ToList();
        var (begin, end) = (ends.Min(), ends.Max());
        var bends = course.Rollbacks.Count > 1 || course.Schedule is { IsFalling: true }
            ? Enumerable.Range(1, LooksAtSeveral - 1).Select(look => begin + (end - begin) / LooksAtSeveral * look)
            : [];
        return ends.Concat(bends).Distinct().Order();
    }
}
