using System.Globalization;

namespace Slowroll.Planning.Texts;

/// <summary>Says how far an instant is away, as in <c>in 3 d 4 h</c> or <c>2 h 5 min ago</c>.</summary>
internal static class Countdown
{
    /// <summary>How far an instant is away from another one.</summary>
    public static string Of(DateTimeOffset instant, DateTimeOffset from) => (instant - from) switch
    {
        { Ticks: 0 } => "now",
        { Ticks: > 0 } coming => $"in {Length(coming)}",
        var past => $"{Length(past.Negate())} ago",
    };

    /// <summary>A length of time by its two largest units, rounded down.</summary>
    public static string Length(TimeSpan time) => time switch
    {
        { Days: > 0 and var days } => Units(days, "d", time.Hours, "h"),
        { Hours: > 0 and var hours } => Units(hours, "h", time.Minutes, "min"),
        { Minutes: > 0 and var minutes } => Units(minutes, "min", time.Seconds, "s"),
        { Seconds: > 0 and var seconds } => Units(seconds, "s", 0, ""),
        _ => "less than 1 s",
    };

    private static string Units(int many, string unit, int few, string smaller) => few == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{many:N0} {unit}")
        : string.Create(CultureInfo.InvariantCulture, $"{many:N0} {unit} {few} {smaller}");
}
