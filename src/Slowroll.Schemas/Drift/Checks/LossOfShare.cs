using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Comparing;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>A group of hash keys loses <c>new</c> when a rollout replaces an earlier one.</summary>
/// <remarks>
/// <para>If the project sets a day, the later rollout replaces the earlier one at that instant.</para>
/// <para>Else it replaces it when its ramp starts, like a second stage: it must start with the share that the first
/// one has reached by then. If it doesn't start later, it is a changed ramp (longer or later), and the two are
/// compared at every instant. Only a new freeze is taken to be in force before it begins, as the page on schedules
/// asks for: else every freeze would be reported.</para>
/// </remarks>
/// <param name="Group">The group.</param>
/// <param name="Most">How much of it loses <c>new</c> at most, as a fraction of 1.</param>
/// <param name="First">The first instant at which it does, to a second; 0 if it always does.</param>
/// <param name="IsByLateFreeze">Whether a new freeze has begun by then.</param>
internal sealed record LossOfShare(GroupComparison Group, double Most, long First, bool IsByLateFreeze)
{
    /// <summary>What a group loses; null for nothing.</summary>
    /// <param name="group">The group.</param>
    /// <param name="asOf">When the later rollout replaces the earlier one; null if that isn't known.</param>
    public static LossOfShare? Find(GroupComparison group, long? asOf)
    {
        var (before, after) = (group.Before.Course, group.After.Course);
        if (before.Schedule is not { } earlier || (!group.IsReshuffled && earlier.Equals(after.Schedule)))
        {
            return null;
        }

        // Its rollback is intended. Once it is over, nothing is left to lose.
        var schedules = group.WithoutLaterRollbacks();
        double Lost(long instant) =>
            after.Rollbacks.Any(rollback => rollback.End <= instant) ? 0 : schedules.LostAt(instant);

        var newlyFrozen = FreezeSpans.FirstOutside(group.After.Freezes, group.Before.Freezes);
        if (asOf is { } known)
        {
            return Lost(known) is > 0 and var lost ? new(group, lost, 0, newlyFrozen < known) : null;
        }

        var start = after.Schedule is { } later ? later.Start
            : earlier.End == OpenTime.Never ? 0
            : earlier.End;
        var isNextStage = start > earlier.Start && start != OpenTime.Never;
        var corners = Corners.Of(before, schedules.After.Course)
            .Where(at => isNextStage || at < newlyFrozen)
            .ToList();
        var most = (isNextStage ? [start] : corners).Select(Lost).DefaultIfEmpty(0).Max();
        return most > 0 ? new(group, most, FirstLoss(corners, Lost), false) : null;
    }

    private static long FirstLoss(List<long> corners, Func<long, double> lostAt)
    {
        const long Second = 1_000_000;
        var first = corners.FindIndex(at => lostAt(at) > 0);
        if (first <= 0)
        {
            return 0;
        }

        // Between two corners the shares go straight, so they cross once; seconds are exact enough for a message.
        var (safe, losing) = (corners[first - 1], corners[first]);
        while (losing - safe > 1)
        {
            var middle = safe + (losing - safe) / 2;
            (safe, losing) = lostAt(middle) > 0 ? (safe, middle) : (middle, losing);
        }

        return losing / Second * Second;
    }
}
