using System.Globalization;
using Slowroll.Rollouts;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Editing.Configs;

/// <summary>Instants and lengths of time as an edit writes them.</summary>
internal static class ConfigTime
{
    private const long Second = 1_000_000;

    private static readonly long Last = Schedule.MicrosecondsOf(DateTime.MaxValue);

    /// <summary>An instant in microseconds since the year 1; it is rounded up to a second, so that people can read
    /// it.</summary>
    public static long MicrosecondsOf(DateTimeOffset instant)
    {
        var exact = Schedule.MicrosecondsOf(instant.UtcDateTime);
        var rounded = (exact + Second - 1) / Second * Second;
        return rounded <= Last ? rounded : exact;
    }

    /// <summary>An instant so much later.</summary>
    /// <exception cref="UsageException">It lies beyond the year 9999.</exception>
    public static long Later(long instant, long by) => by <= Last - instant
        ? instant + by
        : throw new UsageException("That instant lies beyond the year 9999. Give an earlier one.");

    public static DateTimeOffset InstantOf(long microseconds) => new(Schedule.InstantOf(microseconds));

    /// <summary>An instant as a config has it: <c>2030-03-04 09:00Z</c>.</summary>
    public static string Write(long microseconds)
    {
        var instant = Schedule.InstantOf(microseconds);
        var format = microseconds % (60 * Second) == 0 ? "yyyy-MM-dd HH:mm'Z'"
            : microseconds % Second == 0 ? "yyyy-MM-dd HH:mm:ss'Z'"
            : "yyyy-MM-dd HH:mm:ss.ffffff'Z'";
        return instant.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A length of time of 0 or more, in microseconds.</summary>
    /// <param name="text">As a config has it.</param>
    /// <param name="what">What it is, for a message.</param>
    /// <exception cref="UsageException">It is none.</exception>
    public static long ReadLength(string text, string what)
    {
        var shown = UrlText.Shown(text);
        var length = DurationText.Parse(text);
        return shown != text ? throw new UsageException($"{what}: {shown} is no duration. Write it like '14d'.")
            : length.Error is { } error ? throw new UsageException($"{what}: {error}")
            : string.IsNullOrWhiteSpace(text) ? throw new UsageException($"{what} is empty. Write it like '14d'.")
            : length.Value < 0 ? throw new UsageException(
                $"{what}: '{OneLine.Of(text)}' is negative. Write how long it takes, like '14d'.")
            : length.Value;
    }
}
