using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Comparing;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Whether a freeze held the ramp of a group of hash keys, and what happens if it did not.</summary>
internal static class HeldRamp
{
    private static readonly long EndOfTime = Schedule.MicrosecondsOf(DateTime.MaxValue);

    /// <summary>The first instant that a freeze held, and that no freeze holds any more, so that the ramp jumps ahead;
    /// null if it doesn't.</summary>
    /// <param name="group">The group.</param>
    /// <param name="freeze">The freeze of the earlier config, as far as it holds the group.</param>
    /// <param name="starts">When the schedule of the flag starts, in the earlier and in the later config.</param>
    /// <param name="asOf">When the later config replaces the earlier one; null if that isn't known.</param>
    public static long? FirstMissing(
        GroupComparison group, Freeze freeze, (long Earlier, long Later) starts, long? asOf)
    {
        if (group.Before.Course.Schedule is not { IsFalling: false } earlier
            || group.After.Course.Schedule is not { IsFalling: false } later
            || earlier.Equals(later)
            || asOf >= earlier.End
            || asOf <= starts.Later
            || FreezeSpans.Within(freeze, starts.Earlier, Math.Min(earlier.End, asOf ?? OpenTime.Never)) is not { } held
            || IsRolledBack(group, asOf ?? held.From))
        {
            return null;
        }

        // Without a day, an end that comes sooner is taken to be in force by then. A freeze that is gone can't be.
        var missing = FreezeSpans.Outside(held, group.After.Freezes)
            .Where(part => asOf is not null || part.From == held.From)
            .Where(part => Counts(part, starts.Earlier, earlier, later))
            .Select(part => (long?)part.From)
            .FirstOrDefault();
        var isAnotherRamp = starts.Later > starts.Earlier && starts.Later > missing;
        return isAnotherRamp || !(GainsAt(group, asOf) || IsSooner(later, earlier)) ? null : missing;
    }

    // In closed hours a freeze holds no movement, but it does hold what counts day and night.
    private static bool Counts(Freeze part, long start, Schedule earlier, Schedule later)
    {
        var time = later.Segments[0].Time;
        var until = Math.Min(part.Until, EndOfTime);
        return time.CountedUntil(until) > time.CountedUntil(part.From)
            || earlier.Segments.Select((segment, i) => i == 0
                    ? new Freeze(start, segment.Start)
                    : new Freeze(earlier.Segments[i - 1].End, segment.Start))
                .Any(hold => FreezeSpans.Within(part, hold.From, hold.Until) is not null);
    }

    private static bool IsRolledBack(GroupComparison group, long instant) =>
        group.Before.Course.Rollbacks.Concat(group.After.Course.Rollbacks).Any(rollback => rollback.From <= instant);

    private static bool GainsAt(GroupComparison group, long? asOf) =>
        asOf is { } instant && group.After.Course.CountAt(instant) > group.Before.Course.CountAt(instant);

    // Whoever postpones the start by as much as the freeze took has moved nobody.
    private static bool IsSooner(Schedule later, Schedule earlier) =>
        later.End < earlier.End
        || (later.Segments.Length == earlier.Segments.Length
            && later.Segments.Zip(earlier.Segments, (one, other) => one.Start < other.Start || one.End < other.End)
                .Any(isSooner => isSooner));
}
