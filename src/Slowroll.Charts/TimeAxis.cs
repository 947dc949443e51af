using System.Globalization;

namespace Slowroll.Charts;

/// <summary>The instants that are named below a chart, UTC.</summary>
internal static class TimeAxis
{
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromDays(1),
        TimeSpan.FromDays(2), TimeSpan.FromDays(7), TimeSpan.FromDays(14), TimeSpan.FromDays(28),
        TimeSpan.FromDays(91), TimeSpan.FromDays(364), TimeSpan.FromDays(3640), TimeSpan.FromDays(36400),
        TimeSpan.FromDays(364_000),
    ];

    /// <summary>Instants at round distances, each with its text.</summary>
    /// <param name="from">The first instant of the chart.</param>
    /// <param name="until">Its last one.</param>
    /// <param name="most">How many there may be; at least 1.</param>
    public static IReadOnlyList<(DateTimeOffset At, string Text)> Ticks(
        DateTimeOffset from, DateTimeOffset until, int most)
    {
        // Weeks begin on Mondays, since the first day of the year 1 was one.
        var step = Steps.FirstOrDefault(step => (until - from) / step <= most, Steps[^1]).Ticks;
        List<(DateTimeOffset, string)> ticks = [];
        for (var at = (from.UtcTicks + step - 1) / step * step; at <= until.UtcTicks; at += step)
        {
            var instant = new DateTimeOffset(at, TimeSpan.Zero);
            ticks.Add((instant, instant.ToString(Format(step), CultureInfo.InvariantCulture)));
        }

        return ticks;
    }

    private static string Format(long step) =>
        step < TimeSpan.TicksPerDay ? "ddd HH:mm"
        : step < 7 * TimeSpan.TicksPerDay ? "ddd d MMM"
        : step < 364 * TimeSpan.TicksPerDay ? "d MMM yyyy"
        : "yyyy";
}
