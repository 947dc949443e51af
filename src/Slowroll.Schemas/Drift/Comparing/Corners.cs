using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Schemas.Drift.Comparing;

/// <summary>The instants between which a share goes straight or stands still.</summary>
internal static class Corners
{
    // With more openings and closings than that, the rest is looked at where segments begin and end.
    private const int MostRuns = 100;

    /// <summary>The corners of some courses, each with its two neighbours, in the order of time.</summary>
    public static IReadOnlyList<long> Of(params Course[] courses) =>
    [
        .. courses.SelectMany(Of).Distinct()
            .Where(at => at is > 0 and < OpenTime.Never - 1)
            .SelectMany(at => new[] { at - 1, at, at + 1 })
            .Distinct()
            .OrderBy(at => at),
    ];

    private static IEnumerable<long> Of(Course course)
    {
        foreach (var rollback in course.Rollbacks)
        {
            yield return rollback.From;
            yield return rollback.End;
        }

        var runs = 0;
        foreach (var segment in course.Schedule?.Segments ?? [])
        {
            yield return segment.Start;
            yield return segment.End;
            var at = segment.Start;
            while (!segment.Time.IsAlways && at < segment.End && runs++ < MostRuns)
            {
                at = segment.Time.RunAt(at).Until;
                yield return Math.Min(at, segment.End);
            }
        }
    }
}
