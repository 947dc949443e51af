namespace Slowroll.Charts;

/// <summary>The colours of a chart. Text and lines have a contrast of at least 4.5 to the ground.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Text">Names and numbers.</param>
/// <param name="Grid">The grid.</param>
/// <param name="Closed">Time in which nothing rises.</param>
/// <param name="Lines">The lines, in turn.</param>
internal sealed record ChartColors(string Ground, string Text, string Grid, string Closed, IReadOnlyList<string> Lines)
{
    /// <summary>On white.</summary>
    public static ChartColors Light { get; } =
        new("#ffffff", "#1f2328", "#d8dee4", "#eef1f4", ["#0757ba", "#a33d00", "#116329", "#7a1fa2"]);

    /// <summary>On black.</summary>
    public static ChartColors Dark { get; } =
        new("#0d1117", "#e6edf3", "#30363d", "#1b222b", ["#6cb6ff", "#f69d50", "#57ab5a", "#dcbdfb"]);
}
