namespace Slowroll.Charts;

/// <summary>The shares of some rollouts over a part of time, ready to be drawn.</summary>
/// <param name="Title">What the chart shows, in a few words.</param>
/// <param name="From">Its first instant.</param>
/// <param name="Until">Its last instant; later than <paramref name="From"/>.</param>
/// <param name="Lines">The shares: one line each.</param>
internal sealed record ShareChart(
    string Title, DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<ShareLine> Lines)
{
    /// <summary>The parts of time in which nothing rises: shaded.</summary>
    public IReadOnlyList<ClosedTime> Closed { get; init; } = [];

    /// <summary>Instants with a name, such as now or the begin of a rollback: vertical lines.</summary>
    public IReadOnlyList<ChartMark> Marks { get; init; } = [];
}

/// <summary>A share over time.</summary>
/// <param name="Name">Whose share it is.</param>
/// <param name="Points">Its corners, in the order of time. Two at one instant are a jump.</param>
internal sealed record ShareLine(string Name, IReadOnlyList<SharePoint> Points)
{
    /// <summary>The parts of time in which a schedule holds it where it is; only charts of pages show them.</summary>
    public IReadOnlyList<HeldTime> Held { get; init; } = [];
}

/// <summary>A share at an instant.</summary>
/// <param name="At">The instant.</param>
/// <param name="Percent">The share, 0 to 100.</param>
internal readonly record struct SharePoint(DateTimeOffset At, double Percent);

/// <summary>A part of time in which a share is held.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="Until">The first instant after it.</param>
/// <param name="Percent">The share, 0 to 100.</param>
internal readonly record struct HeldTime(DateTimeOffset From, DateTimeOffset Until, double Percent);

/// <summary>A part of time in which nothing rises.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="Until">The first instant after it.</param>
internal readonly record struct ClosedTime(DateTimeOffset From, DateTimeOffset Until);

/// <summary>An instant with a name.</summary>
/// <param name="At">The instant.</param>
/// <param name="Name">Its name.</param>
internal readonly record struct ChartMark(DateTimeOffset At, string Name);
