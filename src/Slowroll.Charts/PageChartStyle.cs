using System.Globalization;
using System.Text;

namespace Slowroll.Charts;

/// <summary>The styles that a page with charts has among its own, see <see cref="PageChart"/>.</summary>
/// <remarks>They declare <c>--chart-ground</c>, <c>--chart-text</c>, <c>--chart-grid</c>, <c>--chart-closed</c> and the
/// colours of the lines, so that the page can have the same colours.</remarks>
internal static class PageChartStyle
{
    /// <summary>The style sheet.</summary>
    public static string Css { get; } =
        $":root {{\n{Variables(ChartColors.Light)}}}\n"
            + $"@media (prefers-color-scheme: dark) {{\n:root {{\n{Variables(ChartColors.Dark)}}}\n}}\n"
            + Resource("PageChart.css");

    private static string Variables(ChartColors colors)
    {
        var css = new StringBuilder();
        void Declare(string name, string color) =>
            css.Append(CultureInfo.InvariantCulture, $"  --chart-{name}: {color};\n");

        Declare("ground", colors.Ground);
        Declare("text", colors.Text);
        Declare("grid", colors.Grid);
        Declare("closed", colors.Closed);
        for (var i = 0; i < colors.Lines.Count; i++)
            Declare($"line-{i.ToString(CultureInfo.InvariantCulture)}", colors.Lines[i]);
        return css.ToString();
    }

    private static string Resource(string name)
    {
        using var stream = typeof(PageChartStyle).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
