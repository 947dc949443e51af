using Slowroll.Planning.Texts;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Texts;

namespace Slowroll.Planning.Flags;

/// <summary>What happens to a group of hosts, in the order of time.</summary>
internal static class CourseEvents
{
    /// <summary>All that happens after an instant. Each is found when it is asked for: hours open and close until the
    /// year 9999.</summary>
    public static IEnumerable<CourseEvent> After(Course course, long instant)
    {
        if (course.Schedule is not { } schedule)
            yield break;

        var (from, end) = GroupState.RollbackOf(course);
        ScheduleState? before = null;
        foreach (var (at, state) in CourseWalk.From(course, instant))
        {
            if (state is null)
                break;
            if (before is not null)
                yield return Of(schedule, at, before, state);
            before = state;
        }

        foreach (var rollback in course.Rollbacks.OrderBy(rollback => rollback.From))
        {
            if (rollback.From > instant && (rollback.From < end || rollback.From == from))
                yield return Of(course, rollback);
        }

        if (end > instant && end != from && end != OpenTime.Never && course.CountAt(from - 1) > 0)
            yield return new(end, EventKind.RolledBack, "is back on stable", null);
    }

    private static EventKind KindOf(ScheduleState before, ScheduleState after) =>
        after.Phase == SchedulePhase.Over ? EventKind.End
        : before.Phase == SchedulePhase.Waiting && after.Phase != SchedulePhase.Waiting ? EventKind.Start
        : before.Step != after.Step ? EventKind.Step
        : before.Phase != after.Phase ? EventKind.Hold
        : after.Standstill is not null ? EventKind.Standstill
        : EventKind.Resume;

    private static CourseEvent Of(Schedule schedule, long at, ScheduleState before, ScheduleState after)
    {
        var kind = KindOf(before, after);
        if (kind is EventKind.Standstill)
            return new(at, kind, TextOf(after.Standstill!.Value), null);

        var (text, detail) = kind switch
        {
            EventKind.End => (Reaches(before, after), "the end"),
            EventKind.Resume => ("goes on", null),
            _ when after.Phase == SchedulePhase.Held =>
                (Reaches(before, after), $"held until {ShortTime.Of(after.Until)}"),
            _ => (
                $"starts towards {Percent(after.To)}",
                $"{StepOf(schedule, after)}, until {ShortTime.Of(after.Until)}"),
        };
        return new(at, kind, text, after.Standstill is not { } still ? detail
            : detail is null ? TextOf(still) : $"{detail}; {TextOf(still)}");
    }

    private static string Reaches(ScheduleState before, ScheduleState after) =>
        (before.Phase == SchedulePhase.Held && before.To == after.To ? "stays at " : "reaches ") + Percent(after.To);

    /// <summary>The step of a state, as in <c>step 2 of 3</c>.</summary>
    public static string StepOf(Schedule schedule, ScheduleState state) =>
        $"step {state.Step + 1} of {schedule.Segments.Length}";

    /// <summary>A standstill for people, as in <c>stands still until Tue 2030-03-05 08:00Z (outside of the
    /// hours)</c>.</summary>
    public static string TextOf(Standstill still)
    {
        var until = still.Until == OpenTime.Never ? "without an end" : $"until {ShortTime.Of(still.Until)}";
        return $"stands still {until} ({StandstillCause.Of(still)})";
    }

    private static string Percent(Percentage percentage) => InstantText.Percent(percentage.ToDouble());

    private static CourseEvent Of(Course course, Rollback rollback) =>
        course.CountAt(rollback.From - 1) == 0
            ? new(rollback.From, EventKind.Rollback, "is taken back before anybody has new", null)
        : rollback.End == rollback.From
            ? new(rollback.From, EventKind.Rollback, "is taken back at once", null)
        : new(
            rollback.From, EventKind.Rollback,
            $"is taken back within {Countdown.Length(TimeSpan.FromMicroseconds(rollback.Over))}",
            $"until {ShortTime.Of(rollback.End)}");
}
