using Slowroll.Planning.Flags;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Tool.Planning.Showing;

/// <summary>The share of each group over time as blocks, from now to the last end.</summary>
internal sealed class ShareChart
{
    private const string Blocks = "▁▂▃▄▅▆▇█";
    private const char Closed = '·';
    private const int MostRows = 40;

    // Where nothing ends, a month is shown.
    private const long Usual = 30 * 24 * 3_600_000_000L;

    private readonly int _width;
    private readonly long _from;

    /// <param name="report">The plan.</param>
    /// <param name="width">How many characters a line of it has.</param>
    public ShareChart(PlanReport report, int width)
    {
        var groups = report.MovingGroups;
        (_width, _from) = (width, report.Plan.At);
        Until = groups.Select(group => group.State.End).Where(end => end != OpenTime.Never)
            .DefaultIfEmpty(_from + Usual).Max();
        Until = Math.Max(_from + width, Math.Min(Until, report.Hours.Until));
        Rows = [.. groups.Take(MostRows)];
        Rest = groups.Count - Rows.Count;
    }

    /// <summary>The groups that are shown.</summary>
    public IReadOnlyList<PlannedGroup> Rows { get; }

    /// <summary>How many others move.</summary>
    public int Rest { get; }

    /// <summary>Where it ends, in microseconds since the year 1.</summary>
    public long Until { get; }

    /// <summary>The line of a group: one character for each part of the time.</summary>
    public string LineOf(PlannedGroup group) => string.Create(_width, group.Group.Course, (line, course) =>
    {
        for (var column = 0; column < line.Length; column++)
            line[column] = CellOf(course, InstantAt(column), InstantAt(column + 1));
    });

    private long InstantAt(int column) => _from + (long)((Until - _from) / (double)_width * column);

    // What is closed only for a part of it is shown as open.
    private static char CellOf(Course course, long from, long until)
    {
        var count = course.CountAt(from + (until - from) / 2);
        if (GroupState.At(course, from).Standstill is { } still && still.Until >= until)
            return Closed;

        return count == 0 ? ' ' : Blocks[(int)((count * Blocks.Length - 1) / Course.AllBuckets)];
    }
}
