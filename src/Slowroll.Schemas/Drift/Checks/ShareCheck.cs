using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds edits that move a share at once by more than one percentage point, in either direction.</summary>
internal static class ShareCheck
{
    private const long MostMoved = Course.AllBuckets / 100;

    /// <summary>Reports each group whose share moves. Without a day it isn't known what moves at once.</summary>
    /// <param name="replacement">The edit.</param>
    /// <param name="reported">The groups of which another rule says who gains or loses <c>new</c>.</param>
    /// <param name="problems">Collects what is found.</param>
    public static void Check(
        Replacement replacement, IReadOnlyList<GroupComparison> reported, DriftList problems)
    {
        if (replacement.AsOf is not { } asOf)
        {
            return;
        }

        var rollout = replacement.Rollouts.Later;
        foreach (var group in replacement.Rollouts.Groups.Where(group => group.IsKnown
            && !group.Before.Course.Equals(group.After.Course)
            && !reported.Any(other => ReferenceEquals(other, group))))
        {
            // A share that isn't a whole number of buckets is rounded up, so one bucket is in doubt.
            var moved = (group.GainsAt(asOf) ?? group.LosesAt(asOf))?.Count ?? 0;
            if (moved - 1 <= MostMoved)
            {
                continue;
            }

            var (before, after) = group.SharesAt(asOf);
            problems.AddFlag(
                DriftRules.ShareJumps,
                FlagControls.Of(rollout).RangeOf(group.After.Wave, ScheduleFields.Audience),
                rollout.Flag.Section,
                rollout.Flag.Key,
                rollout.Flag.Path,
                group.Name,
                Replacement.Percent(before),
                Replacement.Percent(after),
                replacement.Sentence(asOf));
        }
    }
}
