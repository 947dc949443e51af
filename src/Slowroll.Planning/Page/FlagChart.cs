using Slowroll.Charts;

namespace Slowroll.Planning.Page;

/// <summary>The shares of a flag over the time of a page: a line for each group of hosts.</summary>
internal static class FlagChart
{
    /// <summary>The chart.</summary>
    /// <param name="flag">The flag.</param>
    /// <param name="traces">The lines of its first groups, in their order.</param>
    /// <param name="timeline">The time.</param>
    public static ShareChart Of(FlagMoves flag, IReadOnlyList<LineTrace> traces, PageTimeline timeline) => new(
        $"The share of {flag.Name} on new over time", LineTrace.InstantOf(timeline.From),
        LineTrace.InstantOf(timeline.Until),
        [
            .. traces.Select((trace, i) => (trace, flag.Groups[i].Name)).Where(each => IsDrawn(each.trace, traces))
                .Select(each => new ShareLine(each.Name, each.trace.Points) { Held = each.trace.Held }),
        ])
    {
        Closed =
        [
            .. Stretch.Without(traces.SelectMany(line => line.Still), traces.SelectMany(line => line.Moving))
                .Select(part => new ClosedTime(LineTrace.InstantOf(part.From), LineTrace.InstantOf(part.Until))),
        ],
        Marks = [new(LineTrace.InstantOf(timeline.At), "now")],
    };

    /// <summary>The place of each group's line in the chart; null for one whose share never changes, where others
    /// do.</summary>
    public static IReadOnlyList<int?> Lines(IReadOnlyList<LineTrace> traces)
    {
        var drawn = 0;
        return [.. traces.Select(trace => IsDrawn(trace, traces) ? drawn++ : (int?)null)];
    }

    private static bool IsDrawn(LineTrace trace, IReadOnlyList<LineTrace> traces) =>
        !trace.IsFlat || traces.All(line => line.IsFlat);
}
