using Slowroll.Rollouts;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>The time in which a schedule moves hash keys from one side to the other.</summary>
/// <param name="First">When the first one changes sides, in microseconds since the year 1, or
/// <see cref="OpenTime.Never"/>.</param>
/// <param name="Last">When the last one does, in the same way; no later than a rollback.</param>
internal readonly record struct Movement(long First, long Last)
{
    /// <summary>The time of a schedule; null where nobody changes sides, also because of a rollback.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="ofFlag">The rollback of its flag, if there is one.</param>
    /// <param name="ofWave">That of its wave.</param>
    public static Movement? Of(Schedule schedule, Rollback? ofFlag, Rollback? ofWave)
    {
        var (from, to) = (schedule.From.FirstBucket, schedule.To.FirstBucket);
        if (from == to)
        {
            return null;
        }

        // Those with the lowest positions get "new" first, and lose it last.
        var (first, last) = from < to
            ? (SwitchOf(schedule, from), SwitchOf(schedule, to - 1))
            : (SwitchOf(schedule, from - 1), SwitchOf(schedule, to));
        if (ofFlag is null && ofWave is null)
        {
            return new(first, last);
        }

        var until = Math.Min(ofFlag?.From ?? OpenTime.Never, ofWave?.From ?? OpenTime.Never);
        return first < until ? new(first, Math.Min(last, until)) : null;
    }

    private static long SwitchOf(Schedule schedule, long bucket) =>
        schedule.SwitchOf((uint)bucket) ?? OpenTime.Never;
}
