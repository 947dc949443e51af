using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Texts;

namespace Slowroll.Tool.Comparing;

/// <summary>Says how the settings of two configs differ, and what a new freeze doesn't stop.</summary>
internal static class SettingsMoves
{
    private const int Shown = 10;

    /// <summary>The differences in sentences.</summary>
    public static IEnumerable<string> Between(
        ConfigDocument before, ConfigDocument after, long instant, Func<DateTimeOffset, string> timeText)
    {
        if (TextOf(before, RolloutFields.Hours) is var old
            && TextOf(after, RolloutFields.Hours) is var hours
            && old != hours)
        {
            yield return $"The hours of the config are {hours ?? "day and night"} instead of {old ?? "day and night"}";
        }

        foreach (var freeze in after.Settings.Freezes.Except(before.Settings.Freezes))
        {
            yield return $"All flags freeze {Span(freeze, timeText)}"
                + (freeze.Reason is { } reason ? $" ({OneLine.Of(reason)})" : "")
                + KeepMoving(after, freeze, instant);
        }

        foreach (var freeze in before.Settings.Freezes.Except(after.Settings.Freezes))
            yield return $"The config has no freeze {Span(freeze, timeText)} any more";

        foreach (var name in before.Settings.Audiences.Keys.Union(after.Settings.Audiences.Keys)
            .Where(name => AudienceText(before, name) != AudienceText(after, name)))
        {
            var verb = AudienceText(before, name) is null ? "is new"
                : AudienceText(after, name) is null ? "is gone"
                : "has other members";
            yield return $"The audience '{MessageText.Of(name)}' {verb}";
        }
    }

    private static string Span(Freeze freeze, Func<DateTimeOffset, string> timeText) =>
        $"from {timeText(Schedule.InstantOf(freeze.From))} "
            + (freeze.Until == OpenTime.Never
                ? "until somebody ends it"
                : $"until {timeText(Schedule.InstantOf(freeze.Until))}");

    private static string KeepMoving(ConfigDocument config, Freeze freeze, long instant)
    {
        List<string> moving =
        [
            .. config.Flags
                .Select(flag => ConfigRolloutReader.Read(flag, null, new()))
                .OfType<ConfigRollout>()
                .Where(rollout => Moves(rollout, freeze, instant))
                .Select(rollout => rollout.Flag.Path),
        ];
        return moving.Count == 0
            ? ""
            : $"; it doesn't stop {OneLine.List(", ", moving.Take(Shown).ToList(), name => name)}"
            + (moving.Count > Shown ? $" and {moving.Count - Shown} more" : "");
    }

    // Rollbacks, falling shares and urgent flags.
    private static bool Moves(ConfigRollout rollout, Freeze freeze, long instant)
    {
        var from = Math.Max(freeze.From, instant);
        var rollbacks = rollout.Waves.Select(wave => wave.Rollback).Append(rollout.Rollback).OfType<Rollback>();
        if (rollbacks.Any(rollback => rollback.End > from && rollback.From < freeze.Until))
            return true;

        var isStopped = FlagControls.Of(rollout).OfConfig
            .Any(held => held.From <= from && held.Until > from && held.Until >= freeze.Until);
        return rollout.Schedules.Zip(rollout.Movements).Any(pair =>
            pair.Second is { } movement
            && (pair.First.IsFalling || !isStopped)
            && movement.Last >= from
            && movement.First < freeze.Until);
    }

    private static string? TextOf(ConfigDocument config, string field) =>
        (config.Root?.Find(ScheduleFields.Settings)?.Value as JsonObject)?.Find(field)?.Value is { } node
            ? MessageText.Of(config.Text.Substring(node.Range.Start, node.Range.Length))
            : null;

    private static string? AudienceText(ConfigDocument config, string name) =>
        ((config.Root?.Find(ScheduleFields.Settings)?.Value as JsonObject)?.Find(ScheduleFields.Audiences)?.Value
            as JsonObject)?.Find(name)?.Value is { } node
            ? config.Text.Substring(node.Range.Start, node.Range.Length)
            : null;
}
