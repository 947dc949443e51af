using Slowroll.Rollouts;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>The project's settings of time; the checks don't read the clock.</summary>
internal sealed record DriftSettings
{
    private DriftSettings()
    {
    }

    /// <summary>The instant that counts as now, in microseconds since the year 1; null if none is set.</summary>
    internal long? AsOf { get; private init; }

    /// <summary>How long a finished rollout may stay, in microseconds.</summary>
    internal long GracePeriod { get; private init; }

    /// <summary>Why a setting can't be read, in a sentence; null when all can.</summary>
    public string? Error { get; private init; }

    /// <summary>Reads the settings; null or empty is not set.</summary>
    /// <param name="asOf">A day such as <c>2026-11-23</c>, which begins at midnight UTC, or a time as a config has
    /// it.</param>
    /// <param name="gracePeriod">A duration as a config has it.</param>
    /// <param name="asOfName">The name of the setting, for messages.</param>
    public static DriftSettings Read(string? asOf, string? gracePeriod, string asOfName = "SlowrollAsOf")
    {
        var instant = asOf is null or "" ? default : TimeText.Parse(IsDay(asOf) ? $"{asOf} 00:00Z" : asOf);
        var grace = DurationText.Parse(gracePeriod ?? "");
        var error = instant.Error is not null
            ? $"{asOfName}: '{MessageText.Of(asOf!)}' is no day and no time. Write a day like '2030-01-31', or a time "
                + "like '2030-01-31 12:00Z'."
            : grace.Error is { } noDuration ? $"SlowrollGracePeriod: {noDuration}"
            : grace.Value < 0
                ? $"SlowrollGracePeriod: '{MessageText.Of(gracePeriod!)}' is negative. Write it like '30d'."
            : null;
        return error is null
            ? new()
            {
                AsOf = asOf is null or ""
                ? null
                : Schedule.MicrosecondsOf(instant.Value),
                GracePeriod = grace.Value
            }
            : new() { Error = error };
    }

    private static bool IsDay(string text) =>
        text.Length == "2030-01-31".Length && text.All(letter => letter is '-' or (>= '0' and <= '9'));
}
