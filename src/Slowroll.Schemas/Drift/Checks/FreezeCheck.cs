using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds freezes that are gone or shorter while a ramp that they held still runs.</summary>
/// <remarks>A freeze of the config is reported once, with the flags that it held.</remarks>
/// <param name="config">The config that replaces an earlier one.</param>
internal sealed class FreezeCheck(ConfigDocument config)
{
    private readonly List<MissingFreeze> _ofConfig = [];

    /// <summary>Checks the freezes that held a flag.</summary>
    /// <returns>The groups of which a jump is reported, here or with the settings.</returns>
    public IReadOnlyList<GroupComparison> Check(Replacement replacement, DriftList problems)
    {
        var (earlier, later) = (replacement.Rollouts.Earlier, replacement.Rollouts.Later);
        if (earlier.Schedule is not { Start: var earlierStart } || later.Schedule is not { Start: var laterStart })
        {
            return [];
        }

        var (before, after) = (FlagControls.Of(earlier), FlagControls.Of(later));
        List<GroupComparison> jumping = [];
        List<MissingFreeze> ofFlag = [];
        void Look(GroupComparison group, Freeze freeze, Freeze written, int? wave, List<MissingFreeze> found)
        {
            if (HeldRamp.FirstMissing(group, freeze, (earlierStart, laterStart), replacement.AsOf) is { } missing)
            {
                jumping.Add(group);
                MissingFreeze.In(found, written, wave, replacement).Add(later.Flag.Path, group, missing);
            }
        }

        foreach (var group in replacement.Rollouts.Groups.Where(group => group.IsKnown))
        {
            for (var i = 0; i < earlier.Settings.Freezes.Count; i++)
            {
                Look(group, before.OfConfig[i], earlier.Settings.Freezes[i], null, _ofConfig);
            }

            foreach (var freeze in before.OwnFreezes(null))
            {
                Look(group, freeze, freeze, null, ofFlag);
            }

            foreach (var freeze in group.Before.Wave is { } wave ? before.OwnFreezes(wave) : [])
            {
                Look(group, freeze, freeze, group.After.Wave, ofFlag);
            }
        }

        foreach (var found in ofFlag)
        {
            var left = after.OwnFreezes(found.Wave);
            var owner = found.Wave is { } at ? $"{RolloutFields.Waves}[{at}]" : "the flag";
            problems.AddFlag(
                DriftRules.FreezeRemoved,
                FreezePlace.Of(after.NodeOf(found.Wave, RolloutFields.Freezes), left, found.Freeze)
                    ?? after.RangeOf(found.Wave, RolloutFields.Freezes),
                later.Flag.Section,
                later.Flag.Key,
                owner,
                found.Begin,
                found.ChangeIn(left),
                found.Missing,
                found.Held,
                found.Jump,
                found.EarliestEnd);
        }

        return jumping;
    }

    /// <summary>Reports the freezes of the config.</summary>
    public void CheckSettings(DriftList problems)
    {
        var settings = config.Root?.Members.FirstOrDefault(member => member.Name == ScheduleFields.Settings);
        var list = (settings?.Value as JsonObject)?.Find(RolloutFields.Freezes)?.Value;
        foreach (var freeze in _ofConfig)
        {
            problems.Add(
                DriftRules.FreezeRemoved,
                FreezePlace.Of(list, config.Settings.Freezes, freeze.Freeze)
                    ?? list?.Range
                    ?? settings?.NameRange
                    ?? new(config.Root!.Range.Start, config.Root.Range.Start + 1),
                "the config",
                freeze.Begin,
                freeze.ChangeIn(config.Settings.Freezes),
                freeze.Missing,
                freeze.Held,
                freeze.Jump,
                freeze.EarliestEnd);
        }
    }
}
