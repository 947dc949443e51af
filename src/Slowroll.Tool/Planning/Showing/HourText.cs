using Slowroll.Planning.Texts;
using Slowroll.Tool.Planning.Hours;

namespace Slowroll.Tool.Planning.Showing;

/// <summary>Writes hours, and how many hosts switch in them, for people.</summary>
internal static class HourText
{
    /// <summary>When the hour begins.</summary>
    public static string Of(HourRange hours, int hour) => ShortTime.Of(hours.StartOf(hour));

    /// <summary>How many hosts switch in it.</summary>
    public static string Switching(SwitchesInHour hour) => hour.Hosts is { } hosts
        ? $"{Amount.Of(hosts, "host")} ({PercentText.Of(hour.Share)})"
        : PercentText.Of(hour.Share);
}
