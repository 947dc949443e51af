namespace Slowroll.Charts;

/// <summary>Quantities over some time from an instant 0, ready to be drawn.</summary>
/// <param name="Title">What the chart shows, in a few words.</param>
/// <param name="Length">How much time it shows; more than none.</param>
/// <param name="Lines">The quantities: one line each.</param>
internal sealed record QuantityChart(string Title, TimeSpan Length, IReadOnlyList<QuantityLine> Lines)
{
    /// <summary>Whether each line of the grid is ten times the one below it. What is below the lowest of them, zero
    /// too, is drawn on it.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>What stands behind the numbers beside the grid, such as <c> %</c>.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The highest quantity that can be; null for the highest that there is.</summary>
    public double? Top { get; init; }

    /// <summary>Parts of the time that differ from the rest: shaded.</summary>
    public IReadOnlyList<ShadedTime> Shaded { get; init; } = [];
}

/// <summary>A quantity over time.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Points">Its corners, in the order of time; at least one.</param>
internal sealed record QuantityLine(string Name, IReadOnlyList<QuantityPoint> Points);

/// <summary>A quantity at an instant.</summary>
/// <param name="At">How long after the chart's beginning.</param>
/// <param name="Quantity">How much; finite.</param>
internal readonly record struct QuantityPoint(TimeSpan At, double Quantity);

/// <summary>A part of the time.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="Until">Its end.</param>
internal readonly record struct ShadedTime(TimeSpan From, TimeSpan Until);
