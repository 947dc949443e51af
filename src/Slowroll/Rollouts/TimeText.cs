using System.Globalization;
using Slowroll.Texts;

namespace Slowroll.Rollouts;

/// <summary>Reads instants: upstream's <c>2030-01-31 12:00Z</c>, with seconds and up to six decimals, and RFC 3339
/// (<c>T</c>, an offset).</summary>
internal static class TimeText
{
    private static readonly string[] Patterns =
    [
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss.f",
        "yyyy-MM-dd HH:mm:ss.ff",
        "yyyy-MM-dd HH:mm:ss.fff",
        "yyyy-MM-dd HH:mm:ss.ffff",
        "yyyy-MM-dd HH:mm:ss.fffff",
        "yyyy-MM-dd HH:mm:ss.ffffff",
    ];

    private const int DateLength = 10;
    private const int OffsetLength = 6;

    /// <summary>The instant, in UTC, to the microsecond.</summary>
    public static Parsed<DateTime> Parse(string text)
    {
        if (SplitZone(text) is not (var wallClock, var offset))
            return Refused(text, "it must end in Z or in an offset like +02:00");

        if (wallClock.Length > DateLength && wallClock[DateLength] is 'T' or 't')
            wallClock = wallClock.Remove(DateLength, 1).Insert(DateLength, " ");

        if (!DateTime.TryParseExact(wallClock, Patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return Refused(text, "there is no such day and time of day");

        var ticks = local.Ticks - offset.Ticks;
        return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks
            ? new DateTime(ticks, DateTimeKind.Utc)
            : Refused(text, "its offset leads out of the years 1 to 9999");
    }

    private static (string WallClock, TimeSpan Offset)? SplitZone(string text)
    {
        if (text.Length > 0 && text[text.Length - 1] is 'Z' or 'z')
            return (text.Substring(0, text.Length - 1), TimeSpan.Zero);

        if (text.Length <= OffsetLength)
            return null;

        var zone = text.Substring(text.Length - OffsetLength);
        if (zone[0] is not ('+' or '-')
            || !TimeSpan.TryParseExact(zone.Substring(1), "hh\\:mm", CultureInfo.InvariantCulture, out var offset))
            return null;

        return (text.Substring(0, text.Length - OffsetLength), zone[0] == '-' ? -offset : offset);
    }

    private static Parsed<DateTime> Refused(string text, string why) =>
        Parsed<DateTime>.Failed($"'{OneLine.Of(text)}' is no time: {why}. Write it like '2030-01-31 12:00Z' or '2030-01-31T12:00:00+02:00'.");
}
