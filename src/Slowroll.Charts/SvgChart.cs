using System.Globalization;
using System.Text;

namespace Slowroll.Charts;

/// <summary>Draws a chart of shares as an SVG document: it needs no script, no font and no other file.</summary>
internal static class SvgChart
{
    private const double Width = 760;
    private const double Left = 46;
    private const double Right = 16;
    private const double Top = 34;
    private const double Plot = 190;
    private const double LegendLine = 20;
    private const int MostTicks = 7;

    /// <summary>The document, UTF-8, with a title and a description for those who can't see it.</summary>
    public static string Draw(ShareChart chart, ChartColors colors)
    {
        var height = Top + Plot + 34 + LegendLine * chart.Lines.Count;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SvgText.Of(Width)} {SvgText.Of(height)}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="12" fill="{colors.Text}">
            <title id="title">{SvgText.Of(chart.Title)}</title>
            <desc id="desc">{SvgText.Of(Description(chart))}</desc>
            <rect width="100%" height="100%" fill="{colors.Ground}"/>
            <text x="{SvgText.Of(Left)}" y="18" font-size="14" font-weight="600">{SvgText.Of(chart.Title)}</text>

            """);
        DrawClosed(svg, chart, colors);
        DrawGrid(svg, chart, colors);
        DrawMarks(svg, chart, colors);
        for (var i = 0; i < chart.Lines.Count; i++)
            DrawLine(svg, chart, i, colors);
        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawClosed(StringBuilder svg, ShareChart chart, ChartColors colors)
    {
        foreach (var closed in chart.Closed)
        {
            var (from, until) = (X(chart, closed.From), X(chart, closed.Until));
            svg.Append(CultureInfo.InvariantCulture, $"""
                <rect x="{SvgText.Of(from)}" y="{SvgText.Of(Top)}" width="{SvgText.Of(until - from)}" height="{SvgText.Of(Plot)}" fill="{colors.Closed}"/>

                """);
        }
    }

    private static void DrawGrid(StringBuilder svg, ShareChart chart, ChartColors colors)
    {
        foreach (var percent in (int[])[0, 25, 50, 75, 100])
        {
            svg.Append(CultureInfo.InvariantCulture, $"""
                <line x1="{SvgText.Of(Left)}" x2="{SvgText.Of(Width - Right)}" y1="{SvgText.Of(Y(percent))}" y2="{SvgText.Of(Y(percent))}" stroke="{colors.Grid}"/>
                <text x="{SvgText.Of(Left - 6)}" y="{SvgText.Of(Y(percent) + 4)}" text-anchor="end">{percent} %</text>

                """);
        }

        foreach (var (at, text) in TimeAxis.Ticks(chart.From, chart.Until, MostTicks))
        {
            svg.Append(CultureInfo.InvariantCulture, $"""
                <line x1="{SvgText.Of(X(chart, at))}" x2="{SvgText.Of(X(chart, at))}" y1="{SvgText.Of(Top)}" y2="{SvgText.Of(Top + Plot + 4)}" stroke="{colors.Grid}"/>
                <text x="{SvgText.Of(X(chart, at))}" y="{SvgText.Of(Top + Plot + 18)}" text-anchor="{Anchor(chart, at)}">{SvgText.Of(text)}</text>

                """);
        }
    }

    private static void DrawMarks(StringBuilder svg, ShareChart chart, ChartColors colors)
    {
        foreach (var mark in chart.Marks.Where(mark => mark.At >= chart.From && mark.At <= chart.Until))
        {
            svg.Append(CultureInfo.InvariantCulture, $"""
                <line x1="{SvgText.Of(X(chart, mark.At))}" x2="{SvgText.Of(X(chart, mark.At))}" y1="{SvgText.Of(Top)}" y2="{SvgText.Of(Top + Plot)}" stroke="{colors.Text}" stroke-dasharray="1 2"/>
                <text x="{SvgText.Of(X(chart, mark.At))}" y="{SvgText.Of(Top - 4)}" text-anchor="middle">{SvgText.Of(mark.Name)}</text>

                """);
        }
    }

    private static void DrawLine(StringBuilder svg, ShareChart chart, int number, ChartColors colors)
    {
        var line = chart.Lines[number];
        var corners = string.Join(' ', line.Points.Select(point =>
            $"{SvgText.Of(X(chart, point.At))},{SvgText.Of(Y(point.Percent))}"));
        var legend = Top + Plot + 36 + LegendLine * number;
        var stroke = $"""
            fill="none" stroke="{colors.Lines[number % colors.Lines.Count]}" stroke-width="2" stroke-dasharray="{SvgDashes.Of(number)}"
            """;
        svg.Append(CultureInfo.InvariantCulture, $"""
            <polyline points="{corners}" {stroke} stroke-linejoin="round"/>
            <line x1="{SvgText.Of(Left)}" x2="{SvgText.Of(Left + 28)}" y1="{SvgText.Of(legend)}" y2="{SvgText.Of(legend)}" {stroke}/>
            <text x="{SvgText.Of(Left + 36)}" y="{SvgText.Of(legend + 4)}">{SvgText.Of(line.Name)}</text>

            """);
    }

    private static string Description(ShareChart chart) => string.Join(" ", chart.Lines.Select(line =>
        string.Create(CultureInfo.InvariantCulture, $"{line.Name}: {string.Join(", ", line.Points.Select(Words))}.")));

    private static string Words(SharePoint point) =>
        string.Create(CultureInfo.InvariantCulture, $"{point.Percent:0.#} % {point.At.UtcDateTime:ddd d MMM HH:mm}");

    // No name leaves the picture.
    private static string Anchor(ShareChart chart, DateTimeOffset at) =>
        X(chart, at) > Width - 3 * Right ? "end" : "middle";

    private static double X(ShareChart chart, DateTimeOffset at) =>
        Left + (Width - Left - Right) * Math.Clamp((at - chart.From) / (chart.Until - chart.From), 0, 1);

    private static double Y(double percent) => Top + Plot * (1 - Math.Clamp(percent, 0, 100) / 100);
}
