using Slowroll.Grammar;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds rollouts that end later than their <c>end_time</c>, because of hours and freezes.</summary>
internal static class TrueEndCheck
{
    /// <param name="rollout">The rollout.</param>
    /// <param name="asOf">What counts as now: what is over by then isn't reported.</param>
    /// <param name="problems">Collects what is found.</param>
    public static void Check(ConfigRollout rollout, long? asOf, DriftList problems)
    {
        if (rollout.Fields.Find(RolloutFields.EndTime) is not { Value.Range: var range }
            || rollout is not { Schedule: { } schedule, Movements: [not null] })
        {
            return;
        }

        var end = schedule.End;
        var written = schedule.Start + schedule.Segments[0].Length;
        if (end > written && !(end <= asOf) && !(rollout.Rollback?.From < end))
        {
            problems.AddFlag(
                DriftRules.EndsLater, range, rollout.Flag.Section, rollout.Flag.Key,
                rollout.Flag.Path,
                PythonCheck.Format(Schedule.InstantOf(written)),
                end != OpenTime.Never
                    ? $"with its hours and freezes it ends on {PythonCheck.Format(Schedule.InstantOf(end))}"
                    : StandstillCheck.IsHeldForever(schedule)
                        ? "it never ends, since a freeze has no 'until'"
                        : "it never ends: with its hours and freezes that would be after the year 9999");
        }
    }
}
