using System.Globalization;

namespace Slowroll.Charts;

/// <summary>The times that are named below a chart which begins at 0.</summary>
internal static class ElapsedAxis
{
    private const int Most = 8;

    private static readonly (TimeSpan Step, TimeSpan Unit, string Name)[] Steps =
    [
        .. Of("s", TimeSpan.FromSeconds(1), 1, 5, 10, 20, 30),
        .. Of("min", TimeSpan.FromMinutes(1), 1, 2, 5, 10, 20, 30),
        .. Of("h", TimeSpan.FromHours(1), 1, 2, 4, 6, 12, 24),
        .. Of("d", TimeSpan.FromDays(1), 2, 7, 28, 364, 3640, 36_400, 364_000),
    ];

    /// <summary>Times at round distances, each with its text.</summary>
    /// <param name="length">How long the chart is.</param>
    public static IReadOnlyList<(TimeSpan At, string Text)> Ticks(TimeSpan length)
    {
        var (step, unit, name) = Steps.FirstOrDefault(each => length / each.Step <= Most, Steps[^1]);
        List<(TimeSpan, string)> ticks = [];
        for (var at = TimeSpan.Zero; at <= length; at += step)
            ticks.Add((at, string.Create(CultureInfo.InvariantCulture, $"{at / unit:0} {name}")));
        return ticks;
    }

    private static IEnumerable<(TimeSpan, TimeSpan, string)> Of(string name, TimeSpan unit, params int[] counts) =>
        counts.Select(count => (unit * count, unit, name));
}
