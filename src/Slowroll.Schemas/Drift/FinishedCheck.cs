using System.Globalization;
using Slowroll.Rollouts;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;

namespace Slowroll.Schemas.Drift;

/// <summary>Finds rollouts that are over: everybody is on one side for good, and the flag's history can be cleared away.</summary>
internal static class FinishedCheck
{
    public static void Check(ConfigRollout rollout, DriftSettings settings, DriftList problems)
    {
        if (Winner(rollout, settings) is not { } winner || rollout.Schedule is not { } schedule)
        {
            return;
        }

        var end = Schedule.InstantOf(schedule.End).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        problems.AddFlag(
            DriftRules.Finished, rollout.RangeOf(RolloutFields.EndTime), rollout.Flag.Section, rollout.Flag.Key,
            rollout.Flag.Path,
            end,
            winner == RolloutFields.New
                ? "everybody has 'new'; make that 'stable', and remove 'new' and its schedule"
                : "everybody has 'stable' again; remove 'new' and its schedule");
    }

    /// <summary>What everybody has of a flag for good; null as long as that is open, or the flag can't be read.</summary>
    public static JsonNode? SettledValue(ConfigFlag flag, DriftSettings settings)
    {
        var fields = flag.Member.Value as JsonObject;
        var side = fields?.Find(RolloutFields.New) is null ? RolloutFields.Stable
            : ConfigRolloutReader.Read(flag, null, new()) is { } rollout ? Winner(rollout, settings)
            : null;
        return side is null ? null : fields?.Find(side)?.Value;
    }

    // A ramp that stops on its way isn't over: it waits for the next one.
    private static string? Winner(ConfigRollout rollout, DriftSettings settings) =>
        settings.AsOf is not { } asOf || rollout.Schedule is not { } schedule || asOf - schedule.End < settings.GracePeriod ? null
        : schedule.To.Billionths == Percentage.Hundred.Billionths ? RolloutFields.New
        : schedule.To.Billionths == 0 && !rollout.HasEarlyAdopters ? RolloutFields.Stable
        : null;
}
