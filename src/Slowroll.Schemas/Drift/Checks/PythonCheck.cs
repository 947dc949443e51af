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

    private static readonly string[] NewFields =
    [
        RolloutFields.StartTime, RolloutFields.Steps, RolloutFields.Waves, RolloutFields.Hours, RolloutFields.Freezes,
        RolloutFields.Rollback, RolloutFields.Urgent,
    ];

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
        if ((rollout.Flag.Member.Value as JsonObject)?.Find(RolloutFields.EndTime)?.Value
            is JsonString { Text: var time } node
            && TimeText.Parse(time) is { Error: null, Value: var end }
            && !Reads(time))
        {
            problems.AddFlag(
                DriftRules.NotForPython, node.Range, rollout.Flag.Section, rollout.Flag.Key,
                $"the time '{MessageText.Of(time)}'", $"write '{Format(end)}'");
        }
    }

    /// <summary>Reports the fields of schedules that only this library reads.</summary>
    public static void CheckFields(ConfigFlag flag, DriftList problems)
    {
        var fields = (flag.Member.Value as JsonObject)?.Members ?? [];
        foreach (var field in fields.Where(field => NewFields.Contains(field.Name)))
        {
            problems.AddFlag(
                DriftRules.NotForPython, field.NameRange, flag.Section, flag.Key,
                $"'{field.Name}'", "it knows schedules of 'end_time' and 'duration' only");
        }
    }

    /// <summary>Reports the settings, which the original takes for a section.</summary>
    public static void CheckSettings(JsonObject root, DriftList problems)
    {
        if (root.Members.FirstOrDefault(member => member.Name == ScheduleFields.Settings) is { } settings)
        {
            problems.Add(DriftRules.NotForPython, settings.NameRange, "the settings of a config",
                "it takes them for a section of flags");
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
