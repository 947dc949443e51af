using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds rollbacks that begin before the schedule does, so that it gives <c>new</c> to nobody.</summary>
internal static class RollbackStartCheck
{
    public static void Check(ConfigRollout rollout, DriftList problems)
    {
        if (rollout.Rollback is { } ofFlag && rollout.Schedule is not null)
        {
            IReadOnlyList<Schedule> schedules = rollout.Waves.Count == 0
                ? [rollout.Schedule]
                : [.. rollout.Waves.Select(wave => wave.Schedule)];
            Check(rollout, null, ofFlag, schedules, problems);
        }

        for (var i = 0; i < rollout.Waves.Count; i++)
        {
            if (rollout.Waves[i].Rollback is { } ofWave)
            {
                Check(rollout, i, ofWave, [rollout.Waves[i].Schedule], problems);
            }
        }
    }

    // Without a start that is known, and where the share falls or stands still, there is nothing to begin.
    private static void Check(
        ConfigRollout rollout, int? wave, Rollback rollback, IReadOnlyList<Schedule> schedules, DriftList problems)
    {
        var rising = schedules.Where(schedule => schedule.To.Billionths > schedule.From.Billionths).ToList();
        var start = rising.Select(schedule => schedule.Start).DefaultIfEmpty(OpenTime.Never).Min();
        if (start == OpenTime.Never || rollback.From > start)
        {
            return;
        }

        var controls = FlagControls.Of(rollout);
        var place = controls.NodeOf(wave, RolloutFields.Rollback) is JsonObject node
            ? node.Find(ScheduleFields.From)!.Value.Range
            : controls.RangeOf(wave, RolloutFields.Rollback);
        var owner = wave is { } at ? $"{RolloutFields.Waves}[{at}] of flag" : "flag";
        problems.AddFlag(
            DriftRules.RollbackBeforeStart, place, rollout.Flag.Section, rollout.Flag.Key,
            $"{owner} '{rollout.Flag.Path}'",
            Replacement.Time(rollback.From),
            Replacement.Time(start));
    }
}
