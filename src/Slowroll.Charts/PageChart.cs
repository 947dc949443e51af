using System.Globalization;
using System.Text;

namespace Slowroll.Charts;

/// <summary>Draws a chart of shares as a part of an HTML page: as wide as the page has room, light or dark as the
/// reader has it. The page has <see cref="PageChartStyle"/> among its styles.</summary>
/// <remarks>Across, everything is placed in per cent of the width, so that texts keep their size on a phone. The page
/// shows names and numbers of the lines in a table beside it, each with its <see cref="Swatch"/>. The line
/// of class <c>cursor</c> is for the page's script.</remarks>
internal static class PageChart
{
    private const double Top = 18;
    private const double Plot = 180;
    private const double Height = Top + Plot + 26;
    private const int MostTicksWide = 8;
    private const int MostTicksNarrow = 6;
    private const int MostLabelsNarrow = 3;
    private const int Kinds = 4;

    // The lines are drawn in a box of this width, which is stretched.
    private const double Stretched = 100_000;

    // Who listens doesn't want to hear more.
    private const int MostCornersInWords = 12;

    /// <summary>The chart.</summary>
    /// <param name="chart">What is drawn.</param>
    /// <param name="id">A name that is its own on the page: letters, digits and hyphens.</param>
    public static string Draw(ShareChart chart, string id)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg class="chart" role="img" aria-labelledby="{id}-title" aria-describedby="{id}-desc" width="100%" height="{SvgText.Of(Height)}">
            <title id="{id}-title">{SvgText.Of(chart.Title)}</title>
            <desc id="{id}-desc">{SvgText.Of(InWords(chart))}</desc>

            """);
        foreach (var closed in chart.Closed)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""
                <rect class="closed" x="{Across(chart, closed.From)}%" width="{Width(chart, closed)}%" y="{Top}" height="{Plot}"/>

                """);
        }

        DrawGrid(svg);
        DrawTicks(svg, chart, "wide", MostTicksWide, MostTicksWide);
        DrawTicks(svg, chart, "narrow", MostTicksNarrow, MostLabelsNarrow);
        DrawLines(svg, chart);
        DrawMarks(svg, chart);
        return svg.Append(CultureInfo.InvariantCulture, $"""
            <line class="cursor" x1="0" x2="0" y1="{Top}" y2="{Top + Plot}"/>
            </svg>

            """).ToString();
    }

    /// <summary>A short piece of a line, for the table beside the chart.</summary>
    /// <param name="number">The line's place in the chart.</param>
    public static string Swatch(int number) => $"""
        <svg class="swatch" width="32" height="10" aria-hidden="true"><line class="share {Kind(number)}" x1="1" x2="31" y1="5" y2="5"/></svg>
        """;

    /// <summary>The class of a line's colour.</summary>
    /// <param name="number">The line's place in the chart.</param>
    public static string Color(int number) => $"c{number % Kinds}";

    /// <summary>The place of an instant, in per cent of the chart's width.</summary>
    public static string Across(ShareChart chart, DateTimeOffset at) => Thousandths(100 * Fraction(chart, at));

    private static void DrawGrid(StringBuilder svg)
    {
        foreach (var percent in (int[])[0, 25, 50, 75, 100])
        {
            svg.Append(CultureInfo.InvariantCulture, $"""
                <line class="grid" x1="0" x2="100%" y1="{SvgText.Of(Y(percent))}" y2="{SvgText.Of(Y(percent))}"/><text class="percent" x="-8" y="{SvgText.Of(Y(percent) + 4)}">{percent} %</text>

                """);
        }
    }

    // Where there is no room for all labels every other tick has one.
    private static void DrawTicks(StringBuilder svg, ShareChart chart, string width, int most, int mostLabels)
    {
        var ticks = TimeAxis.Ticks(chart.From, chart.Until, most);
        var every = ticks.Count > mostLabels ? 2 : 1;
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"ticks-{width}\">\n");
        for (var i = 0; i < ticks.Count; i++)
        {
            var x = Across(chart, ticks[i].At);
            svg.Append(CultureInfo.InvariantCulture, $"""
                <line class="grid" x1="{x}%" x2="{x}%" y1="{Top}" y2="{Top + Plot + 5}"/>

                """);
            if (i % every == 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"""
                    <text class="{Anchor(chart, ticks[i].At)}" x="{x}%" y="{Top + Plot + 20}">{SvgText.Of(ticks[i].Text)}</text>

                    """);
            }
        }

        svg.Append("</g>\n");
    }

    private static void DrawLines(StringBuilder svg, ShareChart chart)
    {
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg class="plot" viewBox="0 0 {Stretched} {Plot}" preserveAspectRatio="none" width="100%" height="{Plot}" y="{Top}">

            """);
        for (var i = 0; i < chart.Lines.Count; i++)
        {
            foreach (var held in chart.Lines[i].Held)
            {
                var y = SvgText.Of(Y(held.Percent) - Top);
                svg.Append(CultureInfo.InvariantCulture, $"""
                    <line class="held {Color(i)}" x1="{X(chart, held.From)}" x2="{X(chart, held.Until)}" y1="{y}" y2="{y}"/>

                    """);
            }

            var corners = string.Join(' ', chart.Lines[i].Points.Select(
                point => $"{X(chart, point.At)},{SvgText.Of(Y(point.Percent) - Top)}"));
            svg.Append(CultureInfo.InvariantCulture, $"""
                <polyline class="share {Kind(i)}" points="{corners}"/>

                """);
        }

        svg.Append("</svg>\n");
    }

    private static void DrawMarks(StringBuilder svg, ShareChart chart)
    {
        foreach (var mark in chart.Marks.Where(mark => mark.At >= chart.From && mark.At <= chart.Until))
        {
            var x = Across(chart, mark.At);
            svg.Append(CultureInfo.InvariantCulture, $"""
                <line class="mark" x1="{x}%" x2="{x}%" y1="{Top}" y2="{Top + Plot}"/><text class="mark {Anchor(chart, mark.At)}" x="{x}%" y="{Top - 5}">{SvgText.Of(mark.Name)}</text>

                """);
        }
    }

    private static string InWords(ShareChart chart) => string.Join(" ", chart.Lines.Select(line =>
        $"{line.Name}: {string.Join(", ", line.Points.Take(MostCornersInWords).Select(Words))}{Rest(line)}."));

    private static string Rest(ShareLine line) =>
        line.Points.Count <= MostCornersInWords ? "" : $", and so on, at last {Words(line.Points[^1])}";

    private static string Words(SharePoint point) =>
        string.Create(CultureInfo.InvariantCulture, $"{point.Percent:0.###} % {point.At.UtcDateTime:ddd d MMM HH:mm}");

    // Sixteen lines differ in colour or dashes, and neighbours in both.
    private static string Kind(int number) => $"{Color(number)} d{(number + number / Kinds) % Kinds}";

    // No name leaves the picture.
    private static string Anchor(ShareChart chart, DateTimeOffset at) => Fraction(chart, at) switch
    {
        < 0.05 => "begin",
        > 0.95 => "end",
        _ => "middle",
    };

    private static string Width(ShareChart chart, ClosedTime closed) =>
        Thousandths(100 * (Fraction(chart, closed.Until) - Fraction(chart, closed.From)));

    private static string X(ShareChart chart, DateTimeOffset at) =>
        SvgText.Of(Math.Round(Stretched * Fraction(chart, at)));

    private static double Y(double percent) => Top + Plot * (1 - Math.Clamp(percent, 0, 100) / 100);

    private static double Fraction(ShareChart chart, DateTimeOffset at) =>
        Math.Clamp((at - chart.From) / (chart.Until - chart.From), 0, 1);

    private static string Thousandths(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
