using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Texts;

namespace Slowroll.Tool.Comparing;

/// <summary>Compares the two versions of a flag at the instant of publishing.</summary>
/// <param name="switchesOf">Says who switches.</param>
/// <param name="instant">The instant, in microseconds since the year 1.</param>
/// <param name="timeText">Writes an instant.</param>
internal sealed class FlagComparison(
    Func<FlagEdit, Switches> switchesOf, long instant, Func<DateTimeOffset, string> timeText)
{
    // The moves of more groups are not told one by one.
    private const int MostGroups = 5;

    /// <summary>The difference; null where the edit doesn't concern the flag.</summary>
    public FlagDiff? Compare(string section, string key, FlagVersion before, FlagVersion after)
    {
        FlagEdit edit = new(before, after, new());
        var hasSameText = before.Text == after.Text;
        if (hasSameText && (before.Rollout is null || edit.IsWithoutEffect))
            return null;

        var isReworded = !hasSameText && edit.IsWithoutEffect;
        List<ScheduleMove> schedules = isReworded || edit.IsInterpolated
            ? []
            : [.. edit.Groups.Select(group => ScheduleMove.Of(group, instant)).OfType<ScheduleMove>()];
        var (before100, after100) = edit.IsInterpolated ? edit.Groups[0].SharesAt(instant) : default;
        return new()
        {
            Section = section,
            Key = key,
            Edit = edit,
            Change = before.Flag is null ? FlagChange.Added
                : after.Flag is null ? FlagChange.Removed
                : isReworded ? FlagChange.Reworded
                : hasSameText ? FlagChange.Moved
                : FlagChange.Changed,
            Fields = before.Flag is null || after.Flag is null ? [] : before.FieldsThatDiffer(after),
            Switches = isReworded || edit.IsInterpolated ? Switches.None : switchesOf(edit),
            GoesBack = edit.IsInterpolated && after100 < before100,
            Moves =
            [
                .. Values(edit),
                .. edit.IsInterpolated && before100 != after100
                    ? ["The number goes "
                        + $"from {DiffSentences.Percent(before100)} to {DiffSentences.Percent(after100)} of the "
                        + "way at once"]
                    : Array.Empty<string>(),
                .. edit.IsReshuffled ? ["With another salt each host has another position"] : Array.Empty<string>(),
                .. Sentences(schedules),
            ],
            Schedules = schedules,
        };
    }

    private static IEnumerable<string> Values(FlagEdit edit)
    {
        var (before, after) = (edit.Before, edit.After);
        if (after.Flag is null)
            yield return "The flag is gone: the default of the program answers";
        else if (after.Fault is { } fault)
            yield return $"The flag can't be read, so the default of the program answers: {Clause(fault)}";
        else if (edit.HasWon)
            yield return $"What was new is now stable: {Json(after, after.Stable)}";
        else if (before.Stable is { } stable && !before.AreEqual(stable, after, after.Stable))
            yield return $"stable is {Json(after, after.Stable)} instead of {Json(before, stable)}";

        if (before.Flag is not null && before.Fault is { } earlier && after.Flag is not null && after.Fault is null)
            yield return $"The flag couldn't be read before: {Clause(earlier)}";
        if (after.New is { } next && before.New is { } last && !before.AreEqual(last, after, next))
            yield return $"new is {Json(after, next)} instead of {Json(before, last)}";
        if (before.New is not null && after is { Flag: not null, Fault: null, New: null } && !edit.HasWon)
            yield return "new is gone: everybody has stable";
    }

    private IEnumerable<string> Sentences(List<ScheduleMove> moves)
    {
        foreach (var move in moves.Take(MostGroups))
        {
            foreach (var sentence in move.Sentences(timeText, instant))
            {
                yield return move.Group == "all hosts"
                    ? $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}"
                    : $"For {move.Group}: {sentence}";
            }
        }

        if (moves.Count > MostGroups)
            yield return $"The schedules of {moves.Count - MostGroups} more groups differ";
    }

    // Without its full stop, which comes at the end of the sentence that it is put into.
    private static string Clause(string sentence) => OneLine.Message(sentence).TrimEnd('.');

    private static string Json(FlagVersion version, JsonNode? node) =>
        node is null ? "nothing" : MessageText.Of(version.TextOf(node));
}
