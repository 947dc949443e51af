using System.Globalization;
using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds rollouts that are finished: everybody stays on one side, and the flag can be removed.</summary>
internal static class FinishedCheck
{
    /// <param name="rollout">The rollout.</param>
    /// <param name="settings">What counts as today.</param>
    /// <param name="removedFrom">The schema from which the flag was removed, if it was.</param>
    /// <param name="problems">Collects what is finished.</param>
    public static void Check(ConfigRollout rollout, DriftSettings settings, string? removedFrom, DriftList problems)
    {
        if (Winner(rollout, settings) is not { } winner)
        {
            return;
        }

        var end = Schedule.InstantOf(EndOf(rollout)!.Value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        problems.AddFlag(
            DriftRules.Finished, rollout.RangeOf(RolloutFields.EndTime), rollout.Flag.Section, rollout.Flag.Key,
            rollout.Flag.Path,
            end,
            (winner, removedFrom) switch
            {
                (RolloutFields.New, null) =>
                    "everybody has 'new'; make that 'stable', and remove 'new' and its schedule",
                (_, null) => "everybody has 'stable' again; remove 'new' and its schedule",
                _ => $"everybody has '{winner}', "
                    + $"and {MessageText.Of(removedFrom!)} does not declare it; remove it from the config",
            });
    }

    /// <summary>Whether a ramp is over, and everybody keeps one value.</summary>
    public static bool IsFinished(ConfigFlag flag, DriftSettings settings) =>
        settings.AsOf is not null
            && ConfigRolloutReader.Read(flag, null, new()) is { } rollout
            && Winner(rollout, settings) is not null;

    /// <summary>The value that everybody keeps; null if the rollout isn't finished or can't be read.</summary>
    public static JsonNode? SettledValue(ConfigFlag flag, DriftSettings settings)
    {
        var fields = flag.Member.Value as JsonObject;
        var side = fields?.Find(RolloutFields.New) is null ? RolloutFields.Stable
            : ConfigRolloutReader.Read(flag, null, new()) is { } rollout ? Winner(rollout, settings)
            : null;
        return side is null ? null : fields?.Find(side)?.Value;
    }

    // A ramp that ends between 0 and 100 % isn't finished: another one will follow.
    private static string? Winner(ConfigRollout rollout, DriftSettings settings)
    {
        if (settings.AsOf is not { } asOf || EndOf(rollout) is not { } end || asOf - end < settings.GracePeriod)
        {
            return null;
        }

        // The flag's own rollback reaches early adopters too.
        if (rollout.Rollback is not null)
        {
            return RolloutFields.Stable;
        }

        var ends = rollout.Waves.Count == 0
            ? [rollout.Schedule!.To.Billionths]
            : rollout.Waves.Select(wave => wave.Rollback is null ? wave.Schedule.To.Billionths : 0).ToList();
        var coversAll = rollout.Waves.Count == 0 || rollout.Waves.Any(wave => wave.Audience is null);
        return coversAll && ends.All(share => share == Percentage.Hundred.Billionths) ? RolloutFields.New
            : ends.All(share => share == 0) && !rollout.HasEarlyAdopters ? RolloutFields.Stable
            : null;
    }

    // When nobody switches any more; null if that never comes, and without a schedule.
    private static long? EndOf(ConfigRollout rollout)
    {
        if (rollout.Rollback is { } rollback)
        {
            return Known(rollback.End);
        }

        return rollout.Waves.Count > 0 ? Known(rollout.Waves.Max(wave => wave.Rollback?.End ?? wave.Schedule.End))
            : rollout.Schedule is { } schedule ? Known(schedule.End)
            : null;
    }

    private static long? Known(long instant) => instant == OpenTime.Never ? null : instant;
}
