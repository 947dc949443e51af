using Slowroll.Texts;

namespace Slowroll.Rollouts;

/// <summary>Reads instants: the original's <c>2030-01-31 12:00Z</c>, and RFC 3339 (<c>T</c>, an offset, any number of
/// decimals).</summary>
/// <remarks>The one reader of times, for fields of a rollout and for values of the format <c>date-time</c>. This file
/// is compiled into the runtime and into the build-time half.</remarks>
internal static class TimeText
{
    private const int OffsetLength = 6;

    // The largest offset of a DateTimeOffset.
    private static readonly TimeSpan WidestOffset = TimeSpan.FromHours(14);

    /// <summary>The instant, in UTC, to the microsecond.</summary>
    public static Parsed<DateTime> Parse(string text) => Parse(text, out _);

    /// <summary>The instant with the offset in the text; in UTC, if .NET doesn't support that offset.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        var utc = Parse(text, out var offset);
        instant = utc.Error is not null ? default
            : offset.Duration() <= WidestOffset ? new DateTimeOffset(utc.Value).ToOffset(offset)
            : new DateTimeOffset(utc.Value);
        return utc.Error is null;
    }

    private static Parsed<DateTime> Parse(string text, out TimeSpan offset)
    {
        if (!TrySplitZone(text, out var end, out offset))
            return Refused(text, "it must end in Z or in an offset like +02:00");

        if (WallClock.Read(text, end, out var isLeapSecond) is not { } local)
        {
            return Refused(text, isLeapSecond
                ? "there is no such day and time of day; a leap second has no instant of its own, so write second 59"
                : "there is no such day and time of day");
        }

        var ticks = local.Ticks - offset.Ticks;
        return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks
            ? new DateTime(ticks, DateTimeKind.Utc)
            : Refused(text, "its offset leads out of the years 1 to 9999");
    }

    private static bool TrySplitZone(string text, out int end, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        end = text.Length - 1;
        if (end >= 0 && text[end] is 'Z' or 'z')
            return true;

        end = text.Length - OffsetLength;
        if (end < 0 || text[end] is not ('+' or '-') || text[end + 3] != ':'
            || TwoDigits(text, end + 1) is not (>= 0 and < 24 and var hours)
            || TwoDigits(text, end + 4) is not (>= 0 and < 60 and var minutes))
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0);
        if (text[end] == '-')
            offset = -offset;
        return true;
    }

    // Below zero where there are none.
    private static int TwoDigits(string text, int at) =>
        text[at] is >= '0' and <= '9' && text[at + 1] is >= '0' and <= '9'
            ? (10 * (text[at] - '0')) + text[at + 1] - '0'
            : -1;

    private static Parsed<DateTime> Refused(string text, string why) =>
        Parsed<DateTime>.Failed(
            $"'{OneLine.Of(text)}' is no "
                + $"time: {why}. Write it like '2030-01-31 12:00Z' or '2030-01-31T12:00:00+02:00'.");
}
