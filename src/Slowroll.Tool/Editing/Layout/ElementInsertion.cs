namespace Slowroll.Tool.Editing.Layout;

/// <summary>Writes a new element into an object or a list, laid out as its neighbours are. No other byte
/// changes.</summary>
internal static class ElementInsertion
{
    /// <summary>The changes, in the text's order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="row">The object or the list.</param>
    /// <param name="index">The place of the new element.</param>
    /// <param name="padding">What stands inside of the brackets of an empty one that is in one line.</param>
    /// <param name="space">What stands behind a comma, where there is none yet.</param>
    /// <param name="write">Writes the element, given the line break and indentation with which it begins; null in a
    /// line that has begun.</param>
    public static IReadOnlyList<TextChange> Of(
        string text, JsonElements row, int index, string padding, string space, Func<string?, string> write) =>
        row.Count == 0 ? OfFirst(text, row, padding, write)
        : index == 0 ? [BeforeAll(text, row, write)]
        : After(text, row, index - 1, space, write);

    // Behind the comments in the line of the bracket. Those in lines of their own stay with the element below them.
    private static TextChange BeforeAll(string text, JsonElements row, Func<string?, string> write)
    {
        var at = Trivia.EndOfLineComments(text, row.Open, out _);
        var lineStart = row.LineStartOf(0);
        return TextChange.Insert(at, (lineStart ?? row.SpacesBefore(0)) + write(lineStart) + ",");
    }

    private static List<TextChange> After(
        string text, JsonElements row, int previous, string space, Func<string?, string> write)
    {
        var end = row[previous].End;
        var comma = Trivia.CommaAfter(text, end);
        var at = Trivia.EndOfLineComments(text, comma + 1 ?? end, out var endsInLineComment);
        var lineStart = endsInLineComment ? row.NewLine() : row.LineStart();
        var start = lineStart ?? (row.Count > 1 ? row.SpacesBefore(row.Count - 1) : space);
        return comma is not null
            ? [TextChange.Insert(at, start + write(lineStart) + ",")]
            : [TextChange.Insert(end, ","), TextChange.Insert(at, start + write(lineStart))];
    }

    // Behind the last comment in it.
    private static List<TextChange> OfFirst(
        string text, JsonElements row, string padding, Func<string?, string> write)
    {
        var (at, last) = (row.Open, row.Open);
        string? lineStart = null;
        for (var next = row.Open; next < row.Close; next = at)
        {
            at = Trivia.EndOfLineComments(text, next, out _);
            if (at == next)
            {
                at++;
                continue;
            }

            lineStart = Trivia.LineStart(text, last, next) ?? lineStart;
            last = at;
        }

        if (Trivia.LineStart(text, row.Open, row.Close) is { } lineOfBracket)
        {
            lineStart ??= lineOfBracket + Trivia.IndentationUnitOf(text);
            return [TextChange.Insert(last, lineStart + write(lineStart))];
        }

        return last == row.Open
            ? [new(row.Open, row.Close, padding + write(null) + padding)]
            : [TextChange.Insert(last, " " + write(null))];
    }
}
