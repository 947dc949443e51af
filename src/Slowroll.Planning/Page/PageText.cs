using System.Globalization;
using Slowroll.Planning.Texts;
using Slowroll.Rollouts;

namespace Slowroll.Planning.Page;

/// <summary>How instants, shares and numbers are written on the page.</summary>
internal static class PageText
{
    private const long Second = 1_000_000;

    /// <summary>An instant as everywhere in a plan, but without parts of a second.</summary>
    public static string Instant(long microseconds) => microseconds == OpenTime.Never
        ? ShortTime.Of(microseconds)
        : ShortTime.Of(microseconds / Second * Second);

    /// <summary>An instant for programs.</summary>
    public static string Machine(long microseconds) => Schedule.InstantOf(microseconds)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>How far an instant is from another one.</summary>
    public static string Distance(long instant, long now) =>
        Countdown.Of(Schedule.InstantOf(instant), Schedule.InstantOf(now));

    /// <summary>A share as the width of something that is 100 wide.</summary>
    public static string Width(double share) => Math.Round(share, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>When a host is on <c>new</c>, in one line or two.</summary>
    public static IEnumerable<string> Period(TimeOnNew time)
    {
        if (time.IsNever || (time.HasNoBegin && time.HasNoEnd))
            return [time.IsNever ? "never" : "always"];

        string[] lines =
        [
            time.HasNoBegin ? "" : $"from {Instant(time.From)}", time.HasNoEnd ? "" : $"until {Instant(time.Until)}",
        ];
        return lines.Where(line => line != "");
    }
}
