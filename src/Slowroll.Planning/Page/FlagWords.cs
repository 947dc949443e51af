using Slowroll.Planning.Flags;
using Slowroll.Planning.Texts;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;

namespace Slowroll.Planning.Page;

/// <summary>Says of a whole flag in words what it does at an instant.</summary>
internal static class FlagWords
{
    private const int MostGroups = 6;
    private const int LongestValue = 40;

    /// <summary>Its two values, shortened, on one line.</summary>
    public static string Values(ConfigRollout rollout) => $"{Value(rollout.Stable)} → {Value(rollout.New)}";

    /// <summary>A value, shortened, on one line.</summary>
    public static string Value(JsonNode value) => MessageText.Of(MessageText.Json(value), LongestValue);

    /// <summary>What it does at an instant, in sentences.</summary>
    public static IReadOnlyList<string> Now(FlagMoves flag, long at)
    {
        if (flag.Rollout.Rollback is { } rollback && at >= rollback.From)
            return [$"{Capital(RollbackNow(rollback, at))}."];

        var groups = flag.Groups.Where(group => group.Group.Course.Schedule is not null).ToList();
        List<string> sentences =
        [
            .. groups.Take(MostGroups).Select(group => flag.Groups.Count == 1
                ? $"Now {Now(group.Group.Course, at)}."
                : $"{Capital(group.Name)}: {Now(group.Group.Course, at)}."),
        ];
        if (groups.Count > MostGroups)
            sentences.Add($"And {Amount.Of(groups.Count - MostGroups, "more wave")}.");
        if (flag.Rollout.Rollback is { } planned)
            sentences.Add($"From {PageText.Instant(planned.From)} on it is taken back.");
        if (flag.Rollout.Interpolate)
            sentences.Add("All hosts get the same number; it goes from one value to the other as the share does.");
        return sentences;
    }

    private static string Now(Course course, long at)
    {
        foreach (var rollback in course.Rollbacks.Where(rollback => at >= rollback.From))
            return RollbackNow(rollback, at);

        var schedule = course.Schedule!;
        var state = ScheduleState.At(schedule, Schedule.TicksOf(at));
        var share = PercentText.Of(GroupState.PercentAt(course, at));

        // That of early adopters never moves by itself.
        return schedule.Start == 0 && state.Phase == SchedulePhase.Over
            ? share
            : $"{share}{PhaseOf(state, schedule.IsFalling)}{StandstillOf(state)}{EndOf(state)}";
    }

    private static string PhaseOf(ScheduleState state, bool isFalling)
    {
        var until = PageText.Instant(state.Until);
        return state.Phase switch
        {
            SchedulePhase.Waiting => $"; {(isFalling ? "falls" : "rises")} from {until} on",
            SchedulePhase.Moving => $", on the way from {Percent(state.From)} to {Percent(state.To)}, which it "
                + (state.Until == OpenTime.Never ? "never reaches" : $"reaches {until}"),
            SchedulePhase.Held => $", held until {until}",
            _ => $" since {PageText.Instant(state.Since ?? state.End)}, where it stays",
        };
    }

    private static string StandstillOf(ScheduleState state) =>
        state.Standstill is { } still ? $"; {CourseEvents.TextOf(still)}" : "";

    private static string EndOf(ScheduleState state) =>
        state.Phase == SchedulePhase.Over || state.End == state.Until ? ""
        : state.End == OpenTime.Never ? "; never ends"
        : $"; ends {PageText.Instant(state.End)}";

    private static string RollbackNow(Rollback rollback, long at) => at >= rollback.End
        ? $"taken back: everybody is on stable again since {PageText.Instant(rollback.End)}"
        : $"being taken back since {PageText.Instant(rollback.From)}; everybody is on stable again "
            + PageText.Instant(rollback.End);

    private static string Percent(Percentage percentage) => PercentText.Of(percentage.ToDouble());

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
