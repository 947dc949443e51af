using System.Globalization;

namespace Slowroll.Texts;

/// <summary>Writes instants for people: <c>Monday 2030-03-04 09:00Z</c>, with seconds only where there are
/// any.</summary>
internal static class InstantText
{
    /// <summary>The instant in UTC.</summary>
    public static string Of(DateTimeOffset instant)
    {
        var hasSeconds = instant.UtcTicks % TimeSpan.TicksPerMinute != 0;
        return instant.UtcDateTime.ToString(
            hasSeconds ? "dddd yyyy-MM-dd HH:mm:ss.FFFFFFF'Z'" : "dddd yyyy-MM-dd HH:mm'Z'",
            CultureInfo.InvariantCulture);
    }

    /// <summary>The instant, or another text where it never comes.</summary>
    public static string Of(DateTimeOffset? instant, string never) => instant is { } known ? Of(known) : never;

    /// <summary>A percentage.</summary>
    public static string Percent(double percentage) =>
        percentage.ToString("0.#########", CultureInfo.InvariantCulture) + " %";
}
