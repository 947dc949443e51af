namespace Slowroll.Charts;

/// <summary>Finds the corners of a share over time by asking for it at instants.</summary>
internal static class ShareCurve
{
    // A picture can't show less.
    private const double Tolerance = 0.02;
    private static readonly TimeSpan Finest = TimeSpan.FromSeconds(1);

    /// <summary>The corners of a share that goes in straight lines and jumps.</summary>
    /// <remarks>A part of it that lies between two neighbouring looks and ends there where it began is not
    /// seen.</remarks>
    /// <param name="from">The first instant.</param>
    /// <param name="until">The last instant.</param>
    /// <param name="looks">In how many parts of equal length the time is looked at first.</param>
    /// <param name="percentAt">The share at an instant, 0 to 100.</param>
    public static IReadOnlyList<SharePoint> Trace(
        DateTimeOffset from, DateTimeOffset until, int looks, Func<DateTimeOffset, double> percentAt)
    {
        SharePoint At(DateTimeOffset instant) => new(instant, percentAt(instant));

        List<SharePoint> points = [At(from)];
        for (var look = 1; look <= looks; look++)
            Add(points, points[^1], At(from + (until - from) / looks * look), At);
        return Simplify(points);
    }

    /// <summary>The parts of time in which something holds.</summary>
    /// <param name="from">The first instant.</param>
    /// <param name="until">The last instant.</param>
    /// <param name="looks">In how many parts of equal length the time is looked at first.</param>
    /// <param name="isClosed">Whether it holds at an instant.</param>
    public static IReadOnlyList<ClosedTime> TraceClosed(
        DateTimeOffset from, DateTimeOffset until, int looks, Func<DateTimeOffset, bool> isClosed)
    {
        List<ClosedTime> found = [];
        DateTimeOffset? since = isClosed(from) ? from : null;
        for (var look = 1; look <= looks; look++)
        {
            var (earlier, later) = (from + (until - from) / looks * (look - 1), from + (until - from) / looks * look);
            if (isClosed(later) == since.HasValue)
                continue;

            var change = FindChange(earlier, later, instant => isClosed(instant) == since.HasValue);
            if (since is { } begin)
                found.Add(new(begin, change));
            since = since is null ? change : null;
        }

        if (since is { } open)
            found.Add(new(open, until));
        return found;
    }

    private static void Add(
        List<SharePoint> points, SharePoint start, SharePoint end, Func<DateTimeOffset, SharePoint> at)
    {
        var middle = at(start.At + (end.At - start.At) / 2);
        if (IsStraight(start, middle, end))
        {
            points.Add(end);
        }
        else if (end.At - start.At <= Finest)
        {
            // A jump.
            points.Add(new(end.At, start.Percent));
            points.Add(end);
        }
        else
        {
            Add(points, start, middle, at);
            Add(points, middle, end, at);
        }
    }

    private static List<SharePoint> Simplify(List<SharePoint> points)
    {
        List<SharePoint> kept = [points[0]];
        for (var i = 1; i < points.Count - 1; i++)
        {
            if (!IsStraight(kept[^1], points[i], points[i + 1]))
                kept.Add(points[i]);
        }

        kept.Add(points[^1]);
        return kept;
    }

    private static bool IsStraight(SharePoint start, SharePoint middle, SharePoint end)
    {
        if (end.At == start.At)
            return Math.Abs(middle.Percent - start.Percent) <= Tolerance;

        var expected = start.Percent
            + (end.Percent - start.Percent) * ((middle.At - start.At) / (end.At - start.At));
        return Math.Abs(middle.Percent - expected) <= Tolerance;
    }

    private static DateTimeOffset FindChange(
        DateTimeOffset earlier, DateTimeOffset later, Func<DateTimeOffset, bool> isAsBefore)
    {
        while (later - earlier > Finest)
        {
            var middle = earlier + (later - earlier) / 2;
            (earlier, later) = isAsBefore(middle) ? (middle, later) : (earlier, middle);
        }

        return later;
    }
}
