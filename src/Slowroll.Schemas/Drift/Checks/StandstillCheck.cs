using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds rollouts and waves that never move because a freeze has no <c>until</c>.</summary>
internal static class StandstillCheck
{
    // The last instant that there is, in microseconds.
    private static readonly long Last = Schedule.MicrosecondsOf(DateTime.MaxValue);

    /// <summary>Reports the flag once if all of it stands still, else each wave that does.</summary>
    /// <returns>Whether the whole flag never moves.</returns>
    public static bool Check(ConfigRollout rollout, DriftList problems)
    {
        var moving = Enumerable.Range(0, rollout.Movements.Count)
            .Where(index => rollout.Movements[index] is not null)
            .ToList();
        var held = moving
            .Where(index => rollout.Movements[index] is { First: OpenTime.Never }
                && IsHeldForever(rollout.Schedules[index]))
            .ToList();
        if (held.Count > 0 && held.Count == moving.Count)
        {
            Report(rollout, $"Flag '{rollout.Flag.Path}'", held, problems);
            return true;
        }

        foreach (var index in held)
        {
            Report(rollout, $"'waves[{index}]' of flag '{rollout.Flag.Path}'", [index], problems);
        }

        return false;
    }

    /// <summary>Whether a freeze without <c>until</c> holds a schedule.</summary>
    public static bool IsHeldForever(Schedule schedule) =>
        schedule.Segments[0].Time.RunAt(Last) is { IsOpen: false, Until: OpenTime.Never };

    private static void Report(ConfigRollout rollout, string subject, List<int> held, DriftList problems)
    {
        var (owner, range) =
            EndlessFreezeIn(rollout.Fields) is { } own ? ("the flag", own)
            : held.Select(index => EndlessFreezeIn(rollout.WaveAt(index))).FirstOrDefault(freeze => freeze is not null)
                is { } ofWave ? (held.Count > 1 ? "each wave" : "the wave", ofWave)
            : ("the config", rollout.Flag.NameRange);
        problems.AddFlag(
            DriftRules.Standstill, range, rollout.Flag.Section, rollout.Flag.Key, subject, owner);
    }

    // Where it begins: the freeze may have many lines.
    private static TextRange? EndlessFreezeIn(JsonObject? owner) =>
        (owner?.Find(RolloutFields.Freezes)?.Value as JsonArray)?.Items.OfType<JsonObject>()
            .FirstOrDefault(freeze => freeze.Find(ScheduleFields.Until) is null)
            ?.Find(ScheduleFields.From)?.Value.Range;
}
