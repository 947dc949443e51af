using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Tool.Planning.Page;

/// <summary>Says of a whole flag in words what it does, and what happens next.</summary>
internal static class FlagWords
{
    private const int MostGroups = 6;

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
            sentences.Add($"And {groups.Count - MostGroups} more waves.");
        if (flag.Rollout.Rollback is { } planned)
            sentences.Add($"From {PageText.Instant(planned.From)} on it is taken back.");
        if (flag.Rollout.Interpolate)
            sentences.Add("All hosts get the same number; it goes from one value to the other as the share does.");
        return sentences;
    }

    /// <summary>What happens from an instant on, in the order of time for each group.</summary>
    /// <param name="flag">The flag.</param>
    /// <param name="at">Events at this instant don't count.</param>
    /// <param name="most">How many there may be of each group.</param>
    /// <param name="until">The last instant.</param>
    public static IEnumerable<PageEvent> Events(FlagMoves flag, long at, int most, long until)
    {
        foreach (var (group, name, _) in flag.Groups)
        {
            foreach (var happening in Events(group.Course, flag.SubjectOf(name), at).Take(most))
            {
                if (happening.At > until)
                    break;

                yield return happening;
            }
        }

        foreach (var happening in Rollbacks(flag).Where(happening => happening.At > at && happening.At <= until))
            yield return happening;
    }

    private static IEnumerable<PageEvent> Events(Course course, string subject, long at)
    {
        ScheduleState? before = null;
        foreach (var (instant, state) in CourseWalk.From(course, at))
        {
            if (state is null)
                yield break;
            if (before is not null && ScheduleWords.Event(before, state, course.Schedule!.IsFalling) is { } words)
                yield return new(instant, subject, words);
            before = state;
        }
    }

    private static IEnumerable<PageEvent> Rollbacks(FlagMoves flag)
    {
        if (flag.Rollout.Rollback is { } own && flag.Groups.Any(group => HasNew(group.Group.Course, own)))
        {
            yield return new(own.From, flag.Name, Begin(own));
            if (own.Over > 0 && own.End != OpenTime.Never)
                yield return new(own.End, flag.Name, End);
        }

        foreach (var (group, name, _) in flag.Groups.Where(group => group.Group.Wave is not null))
        {
            if (flag.Rollout.Waves[group.Wave!.Value].Rollback is not { } rollback || !HasNew(group.Course, rollback))
                continue;

            yield return new(rollback.From, flag.SubjectOf(name), Begin(rollback));
            if (rollback.Over > 0 && rollback.End != OpenTime.Never)
                yield return new(rollback.End, flag.SubjectOf(name), End);
        }
    }

    private const string End = "is taken back: everybody is on stable again";

    private static string Begin(Rollback rollback) => rollback.Over == 0
        ? "is taken back at once: everybody goes back to stable"
        : $"begins to be taken back: everybody goes back to stable within {PageText.Length(rollback.Over)}";

    private static bool HasNew(Course course, Rollback rollback) => course.CountAt(rollback.From - 1) > 0;

    private static string Now(Course course, long at)
    {
        foreach (var rollback in course.Rollbacks.Where(rollback => at >= rollback.From))
            return RollbackNow(rollback, at);

        // That of early adopters never moves by itself.
        var state = ScheduleState.At(course.Schedule!, Schedule.TicksOf(at));
        return course.Schedule!.Start == 0 && state.Phase == SchedulePhase.Over
            ? PageText.Percent(state.To.ToDouble())
            : ScheduleWords.Now(state, course.Schedule.IsFalling);
    }

    private static string RollbackNow(Rollback rollback, long at) => at >= rollback.End
        ? $"taken back: everybody is on stable again since {PageText.Instant(rollback.End)}"
        : $"being taken back since {PageText.Instant(rollback.From)}; everybody is on stable again "
            + PageText.Instant(rollback.End);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
