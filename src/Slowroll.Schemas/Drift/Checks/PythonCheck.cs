using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds what this library reads and the original slowroll for Python doesn't, for fleets that run
/// both.</summary>
internal static class PythonCheck
{
    private const int MostDecimals = 6;

    public static void CheckText(string text, DriftList problems)
    {
        foreach (var (range, isComment) in RelaxedJson.Find(text))
        {
            problems.Add(
                DriftRules.NotForPython, range,
                isComment ? "a comment" : "a comma after the last member", "remove it");
        }
    }

    public static void CheckTime(ConfigRollout rollout, DriftList problems)
    {
        if (rollout.Schedule is { } schedule
            && (rollout.Flag.Member.Value as JsonObject)?.Find(RolloutFields.EndTime)?.Value is JsonString { Text: var time } node
            && !Reads(time))
        {
            problems.AddFlag(
                DriftRules.NotForPython, node.Range, rollout.Flag.Section, rollout.Flag.Key,
                $"the time '{MessageText.Of(time)}'", $"write '{Format(Schedule.InstantOf(schedule.End))}'");
        }
    }

    /// <summary>Whether the original can read a time that this library reads.</summary>
    public static bool Reads(string time) =>
        time[time.Length - 1] is 'Z' or 'z'
        && time.IndexOfAny(['T', 't']) < 0
        && (time.IndexOf('.') is var point && (point < 0 || time.Length - point - 2 <= MostDecimals));

    /// <summary>An instant as a text that the original can read.</summary>
    public static string Format(DateTime utc) => utc.ToString(
        (utc.Ticks % TimeSpan.TicksPerMinute, utc.Ticks % TimeSpan.TicksPerSecond) switch
        {
            (0, _) => "yyyy-MM-dd HH:mm'Z'",
            (_, 0) => "yyyy-MM-dd HH:mm:ss'Z'",
            _ => "yyyy-MM-dd HH:mm:ss.ffffff'Z'",
        },
        System.Globalization.CultureInfo.InvariantCulture);
}
