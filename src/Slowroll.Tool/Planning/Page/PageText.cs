using System.Globalization;
using Slowroll.Rollouts;
using Slowroll.Texts;

namespace Slowroll.Tool.Planning.Page;

/// <summary>How instants, shares and numbers are written on the page.</summary>
internal static class PageText
{
    private const long Minute = 60_000_000;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    /// <summary>An instant with its weekday, in UTC; without parts of a second.</summary>
    public static string Instant(long microseconds) => microseconds == OpenTime.Never
        ? "never"
        : InstantText.Of(new DateTimeOffset(Schedule.InstantOf(microseconds / 1_000_000 * 1_000_000)));

    /// <summary>An instant in few characters.</summary>
    public static string Short(long microseconds) => Schedule.InstantOf(microseconds)
        .ToString("ddd yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>An instant for programs.</summary>
    public static string Machine(long microseconds) => Schedule.InstantOf(microseconds)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>How far an instant is from another one.</summary>
    public static string Distance(long instant, long now) => Length(Math.Abs(instant - now)) switch
    {
        "" => "now",
        var length => instant > now ? $"in {length}" : $"{length} ago",
    };

    /// <summary>A share.</summary>
    public static string Percent(double share) => InstantText.Percent(Math.Round(share, 3));

    /// <summary>A share as the width of something that is 100 wide.</summary>
    public static string Width(double share) => Math.Round(share, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>When a host is on <c>new</c>, in one line or two.</summary>
    public static IEnumerable<string> Period(TimeOnNew time)
    {
        if (time.IsNever || (time.HasNoBegin && time.HasNoEnd))
            return [time.IsNever ? "never" : "always"];

        string[] lines =
        [
            time.HasNoBegin ? "" : $"from {Short(time.From)}", time.HasNoEnd ? "" : $"until {Short(time.Until)}",
        ];
        return lines.Where(line => line != "");
    }

    /// <summary>A number of hosts.</summary>
    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number of things.</summary>
    public static string Count(int count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>How long something takes, in its two largest units; empty for less than a second.</summary>
    public static string Length(long microseconds)
    {
        (long Count, string Unit)[] parts =
        [
            (microseconds / Day, "d"), (microseconds / Hour % 24, "h"), (microseconds / Minute % 60, "min"),
            (microseconds / 1_000_000 % 60, "s"),
        ];
        var first = Array.FindIndex(parts, part => part.Count > 0);
        return first < 0 ? "" : string.Join(' ', parts.Skip(first).Take(2).Where(part => part.Count > 0)
            .Select(part => $"{part.Count.ToString("N0", CultureInfo.InvariantCulture)} {part.Unit}"));
    }
}
