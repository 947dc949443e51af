using System.Globalization;
using Slowroll.Rollouts;

namespace Slowroll.Planning.Texts;

/// <summary>Writes instants for tables and events: <c>Tue 2030-03-05 14:00Z</c>, with seconds only where there are
/// any.</summary>
internal static class ShortTime
{
    /// <summary>The instant in UTC.</summary>
    /// <param name="instant">In microseconds since the year 1, or <c>OpenTime.Never</c>.</param>
    public static string Of(long instant) => instant == OpenTime.Never
        ? "never"
        : Schedule.InstantOf(instant) is var known && known.Ticks % TimeSpan.TicksPerMinute == 0
            ? known.ToString("ddd yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)
            : known.ToString("ddd yyyy-MM-dd HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The instant as the framework has it; null for never.</summary>
    public static DateTimeOffset? InstantOf(long instant) =>
        instant == OpenTime.Never ? null : new DateTimeOffset(Schedule.InstantOf(instant));

    /// <summary>The microsecond that an instant lies in, since the year 1.</summary>
    public static long MicrosecondOf(DateTimeOffset instant) => instant.UtcTicks / Schedule.TicksPerMicrosecond;
}
