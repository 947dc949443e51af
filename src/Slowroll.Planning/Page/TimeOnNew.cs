using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Planning.Page;

/// <summary>When a host is on <c>new</c>: in one part of time, or never.</summary>
/// <param name="From">The first instant, in microseconds since the year 1; the smallest number if it always
/// was.</param>
/// <param name="Until">The first instant after it; the largest number if there is none.</param>
internal readonly record struct TimeOnNew(long From, long Until)
{
    private const long Always = long.MinValue;

    /// <summary>Whether it never is.</summary>
    public bool IsNever => From >= Until;

    /// <summary>Whether it was before all time.</summary>
    public bool HasNoBegin => From == Always;

    /// <summary>Whether it stays for ever.</summary>
    public bool HasNoEnd => Until == OpenTime.Never;

    /// <summary>The time of a bucket.</summary>
    public static TimeOnNew Of(Course course, uint bucket)
    {
        if (course.Schedule is not { } schedule)
            return new(OpenTime.Never, OpenTime.Never);

        var (from, until) = (Always, OpenTime.Never);
        var switches = schedule.SwitchOf(bucket);
        if (schedule.IsFalling && switches is { } leaves)
            until = leaves;
        else if (bucket >= schedule.From.FirstBucket)
            from = switches ?? OpenTime.Never;

        var bySchedule = until;
        foreach (var rollback in course.Rollbacks)
        {
            var had = from < rollback.From && bySchedule >= rollback.From;
            until = Math.Min(until, had
                ? rollback.LeaveOf(bucket, schedule.ShareAt(Schedule.TicksOf(rollback.From - 1)))
                : rollback.From);
        }

        return new(from, until);
    }
}
