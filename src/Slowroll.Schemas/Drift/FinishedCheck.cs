using System.Globalization;
using Slowroll.Rollouts;
using Slowroll.Schemas.Model;

namespace Slowroll.Schemas.Drift;

/// <summary>Finds rollouts that are over: everybody is on one side for good, and the flag's history can be cleared away.</summary>
internal static class FinishedCheck
{
    public static void Check(ConfigRollout rollout, DriftSettings settings, DriftList problems)
    {
        if (settings.AsOf is not { } asOf
            || rollout.Schedule is not { } schedule
            || asOf - schedule.End < settings.GracePeriod
            || Outcome(schedule, rollout.HasEarlyAdopters) is not { } outcome)
        {
            return;
        }

        var end = Schedule.InstantOf(schedule.End).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        problems.AddFlag(
            DriftRules.Finished, rollout.RangeOf(RolloutFields.EndTime), rollout.Flag.Section, rollout.Flag.Key,
            rollout.Flag.Path, end, outcome);
    }

    // A ramp that stops on its way isn't over: it waits for the next one.
    private static string? Outcome(Schedule schedule, bool hasEarlyAdopters) => schedule.To.Billionths switch
    {
        var to when to == Percentage.Hundred.Billionths => "everybody has 'new'; make that 'stable', and remove 'new' and its schedule",
        0 when !hasEarlyAdopters => "everybody has 'stable' again; remove 'new' and its schedule",
        _ => null,
    };
}
