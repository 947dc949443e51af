using System.Globalization;
using System.Text;

namespace Slowroll.Charts;

/// <summary>Draws a chart of quantities as an SVG document: it needs no script, no font and no other file.</summary>
internal static class SvgQuantityChart
{
    private const double Width = 760;
    private const double Left = 84;
    private const double Right = 22;
    private const double Top = 34;
    private const double Plot = 220;
    private const double LegendLine = 20;

    /// <summary>The document, UTF-8, with a title and a description for those who can't see it.</summary>
    public static string Draw(QuantityChart chart, ChartColors colors)
    {
        var height = Top + Plot + 34 + LegendLine * chart.Lines.Count;
        var axis = new QuantityAxis(chart);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SvgText.Of(Width)} {SvgText.Of(height)}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="12" fill="{colors.Text}">
            <title id="title">{SvgText.Of(chart.Title)}</title>
            <desc id="desc">{SvgText.Of(Description(chart))}</desc>
            <rect width="100%" height="100%" fill="{colors.Ground}"/>
            <text x="{SvgText.Of(Left)}" y="18" font-size="14" font-weight="600">{SvgText.Of(chart.Title)}</text>

            """);
        foreach (var shaded in chart.Shaded)
        {
            var (from, until) = (X(chart, shaded.From), X(chart, shaded.Until));
            svg.Append(CultureInfo.InvariantCulture, $"""
                <rect x="{SvgText.Of(from)}" y="{SvgText.Of(Top)}" width="{SvgText.Of(until - from)}" height="{SvgText.Of(Plot)}" fill="{colors.Closed}"/>

                """);
        }

        DrawGrid(svg, chart, axis, colors);
        for (var i = 0; i < chart.Lines.Count; i++)
            DrawLine(svg, chart, axis, i, colors);
        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawGrid(StringBuilder svg, QuantityChart chart, QuantityAxis axis, ChartColors colors)
    {
        foreach (var quantity in axis.Ticks)
        {
            var y = Y(axis, quantity);
            svg.Append(CultureInfo.InvariantCulture, $"""
                <line x1="{SvgText.Of(Left)}" x2="{SvgText.Of(Width - Right)}" y1="{SvgText.Of(y)}" y2="{SvgText.Of(y)}" stroke="{colors.Grid}"/>
                <text x="{SvgText.Of(Left - 6)}" y="{SvgText.Of(y + 4)}" text-anchor="end">{SvgText.Of(QuantityAxis.Text(quantity) + chart.Unit)}</text>

                """);
        }

        foreach (var (at, text) in ElapsedAxis.Ticks(chart.Length))
        {
            var x = X(chart, at);
            svg.Append(CultureInfo.InvariantCulture, $"""
                <line x1="{SvgText.Of(x)}" x2="{SvgText.Of(x)}" y1="{SvgText.Of(Top)}" y2="{SvgText.Of(Top + Plot + 4)}" stroke="{colors.Grid}"/>
                <text x="{SvgText.Of(x)}" y="{SvgText.Of(Top + Plot + 18)}" text-anchor="middle">{SvgText.Of(text)}</text>

                """);
        }
    }

    private static void DrawLine(
        StringBuilder svg, QuantityChart chart, QuantityAxis axis, int number, ChartColors colors)
    {
        var line = chart.Lines[number];
        var corners = string.Join(' ', line.Points.Select(point =>
            $"{SvgText.Of(X(chart, point.At))},{SvgText.Of(Y(axis, point.Quantity))}"));
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

    private static string Description(QuantityChart chart) => string.Join(" ", chart.Lines.Select(line =>
    {
        var most = line.Points.MaxBy(point => point.Quantity);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{line.Name}: {Words(chart, line.Points[0])} at first, at most {Words(chart, most)} after {most.At:g}, "
                + $"{Words(chart, line.Points[^1])} at last.");
    }));

    private static string Words(QuantityChart chart, QuantityPoint point) =>
        QuantityAxis.Text(point.Quantity) + chart.Unit;

    private static double X(QuantityChart chart, TimeSpan at) =>
        Left + (Width - Left - Right) * Math.Clamp(at / chart.Length, 0, 1);

    private static double Y(QuantityAxis axis, double quantity) => Top + Plot * (1 - axis.Height(quantity));
}
