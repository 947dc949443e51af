using Slowroll.Planning.Texts;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Tool.Comparing;

/// <summary>How the schedule of a group moves.</summary>
/// <param name="Group">Who they are.</param>
/// <param name="Before">Their schedule before; null without one.</param>
/// <param name="After">Their schedule after; null without one.</param>
internal sealed record ScheduleMove(string Group, ScheduleFacts? Before, ScheduleFacts? After)
{
    /// <summary>The move of a pair of groups at an instant, in microseconds since the year 1; null where both go the
    /// same way.</summary>
    public static ScheduleMove? Of(GroupComparison group, long instant) =>
        group.Before.Course.Equals(group.After.Course)
            ? null
            : new(group.Name, ScheduleFacts.Of(group.Before.Course, instant),
                ScheduleFacts.Of(group.After.Course, instant));

    /// <summary>The move in sentences, without the group's name.</summary>
    /// <param name="timeText">Writes an instant.</param>
    /// <param name="instant">The instant of publishing.</param>
    public IEnumerable<string> Sentences(Func<DateTimeOffset, string> timeText, long instant)
    {
        string Time(long at) => at == OpenTime.Never ? "never" : timeText(Schedule.InstantOf(at));
        string Finish(ScheduleFacts facts) => facts.End == OpenTime.Never ? "never finishes"
            : $"{(facts.End <= instant ? "finished" : "finishes")} on {Time(facts.End)}";
        string FinishInstead(ScheduleFacts earlier, ScheduleFacts later) =>
            later.End == OpenTime.Never ? $"never finishes instead of {Time(earlier.End)}"
            : earlier.End == OpenTime.Never ? $"{Finish(later)} instead of never"
            : $"{Finish(later)} instead of {Time(earlier.End)}{Distance(earlier.End, later.End)}";

        if (After is not { } after)
        {
            if (Before is { } gone)
                yield return $"has no schedule any more; the earlier one {Finish(gone)}";
            yield break;
        }

        if (Before is not { } before)
        {
            yield return $"{Begin(after, instant)} on {Time(after.Start)} and {Finish(after)}";
        }
        else
        {
            if (before.Start != after.Start)
                yield return $"{Begin(after, instant)} on {Time(after.Start)} instead of {Time(before.Start)}";
            if (before.End != after.End)
                yield return FinishInstead(before, after);
            else if (before.Steps != after.Steps)
                yield return $"goes another way, and {Finish(after)} as before";
        }

        if (after.Standstill is { } still && Before?.Standstill != still)
        {
            var end = still.Until == OpenTime.Never ? "without an end" : $"until {Time(still.Until)}";
            yield return $"stands still at {DiffSentences.Percent(after.Share)} {end} ({StandstillCause.Of(still)})";
        }

        foreach (var rollback in after.Rollbacks.Except(Before?.Rollbacks ?? []))
        {
            yield return rollback.End == rollback.From
                ? $"is rolled back at once on {Time(rollback.From)}"
                : $"is rolled back from {Time(rollback.From)}; everybody is back by {Time(rollback.End)}";
        }

        foreach (var rollback in (Before?.Rollbacks ?? []).Except(after.Rollbacks))
            yield return $"has no rollback of {Time(rollback.From)} any more";
    }

    private static string Begin(ScheduleFacts facts, long instant) =>
        facts.Start <= instant ? "started" : "starts";

    private static string Distance(long before, long after) =>
        $" ({Countdown.Length(TimeSpan.FromMicroseconds(Math.Abs(after - before)))} "
            + $"{(after > before ? "later" : "earlier")})";
}

/// <summary>What there is to say of a schedule at an instant.</summary>
/// <param name="Start">When it begins, in microseconds since the year 1.</param>
/// <param name="End">When it ends, with all hours and freezes, or never.</param>
/// <param name="Share">The share on <c>new</c>, as a fraction of 1.</param>
/// <param name="Steps">Its segments.</param>
/// <param name="Standstill">Why it stands still, if it does.</param>
/// <param name="Rollbacks">Its rollbacks.</param>
internal sealed record ScheduleFacts(
    long Start, long End, double Share, Schedule Steps, Standstill? Standstill, IReadOnlyList<Rollback> Rollbacks)
{
    /// <summary>Null for those who have no schedule.</summary>
    public static ScheduleFacts? Of(Course course, long instant) =>
        course.Schedule is not { } schedule || (schedule.From == schedule.To && course.Rollbacks.Count == 0)
            ? null
            : new(
                schedule.Start, schedule.End, course.CountAt(instant) / (double)Course.AllBuckets, schedule,
                ScheduleState.At(schedule, Schedule.TicksOf(instant)).Standstill, course.Rollbacks);
}
