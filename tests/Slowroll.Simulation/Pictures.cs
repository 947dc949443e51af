using Slowroll.Charts;
using Slowroll.Simulation.Scenarios;

namespace Slowroll.Simulation;

/// <summary>The pictures of the page.</summary>
internal static class Pictures
{
    /// <summary>The files of an outcome, by their names.</summary>
    public static IEnumerable<(string Name, string Svg)> Of(Outcome outcome) => outcome.Chart is not { } chart
        ? []
        :
        [
            ($"{outcome.Name}.light.svg", SvgQuantityChart.Draw(chart, ChartColors.Light)),
            ($"{outcome.Name}.dark.svg", SvgQuantityChart.Draw(chart, ChartColors.Dark)),
        ];

    /// <summary>Writes them into a folder.</summary>
    public static void Write(Outcome outcome, string folder)
    {
        foreach (var (name, svg) in Of(outcome))
            File.WriteAllText(Path.Combine(folder, name), svg);
    }
}
