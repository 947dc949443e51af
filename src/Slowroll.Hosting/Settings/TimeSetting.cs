using System.Globalization;
using Slowroll.Rollouts;

namespace Slowroll.Hosting.Settings;

/// <summary>Reads a length of time as in a config (<c>30s</c>, <c>5m</c>, <c>1h30m</c>), or as hours, minutes and
/// seconds (<c>00:05:00</c>), with whole days before them if need be (<c>7.00:00:00</c>).</summary>
/// <remarks>The platform would read <c>24:00:00</c> as 24 days and <c>1</c> as a day. Here both are rejected.</remarks>
internal static class TimeSetting
{
    private const long MaxMicroseconds = long.MaxValue / TimeSpan.TicksPerMicrosecond;

    private static readonly string[] ClockFormats =
        [@"h\:mm\:ss", @"h\:mm\:ss\.FFFFFFF", @"d\.hh\:mm\:ss", @"d\.hh\:mm\:ss\.FFFFFFF"];

    /// <summary>The length, which may be negative; null if it can't be read.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
            return TimeSpan.TryParseExact(text, ClockFormats, CultureInfo.InvariantCulture, out var time) ? time : null;

        var parsed = DurationText.Parse(text);
        return parsed.Error is null && parsed.Value is >= -MaxMicroseconds and <= MaxMicroseconds
            ? TimeSpan.FromTicks(parsed.Value * TimeSpan.TicksPerMicrosecond)
            : null;
    }
}
