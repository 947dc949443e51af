namespace Slowroll.Tool.Editing.Layout;

/// <summary>Removes an element of an object or a list, with its comma. Comments around it stay, and all other bytes
/// but the white space that only it needed.</summary>
internal static class ElementRemoval
{
    /// <summary>The changes, in the text's order.</summary>
    public static IReadOnlyList<TextChange> Of(string text, JsonElements row, int index)
    {
        var element = row[index];
        if (Trivia.CommaAfter(text, element.End) is { } comma)
        {
            return IsEmpty(text, element.End, comma)
                ? [Cut(text, element.Start, comma + 1)]
                : [TextChange.Delete(element.Start, element.End), TextChange.Delete(comma, comma + 1)];
        }

        // With the last element, the comma before it goes too.
        if (index > 0 && Trivia.CommaAfter(text, row[index - 1].End) is { } before)
            return Joined(TextChange.Delete(before, before + 1), CutLast(text, element.Start, element.End));

        return IsEmpty(text, row.Open, element.Start) && IsEmpty(text, element.End, row.Close)
            && Trivia.LineStart(text, row.Open, element.Start) is null
            ? [TextChange.Delete(row.Open, row.Close)]
            : [CutLast(text, element.Start, element.End)];
    }

    // A line that has nothing else goes whole. A comment that follows stays in the line.
    private static TextChange Cut(string text, int start, int end)
    {
        var right = Trivia.AfterSpaces(text, end);
        return IsLineEnd(text, right) ? CutLast(text, start, end) : TextChange.Delete(start, right);
    }

    private static TextChange CutLast(string text, int start, int end)
    {
        var right = Trivia.AfterSpaces(text, end);
        var left = Trivia.BeforeSpaces(text, start);
        return Trivia.LineBreakBefore(text, left) is not { } lineBreak ? TextChange.Delete(left, end)
            : IsLineEnd(text, right) ? TextChange.Delete(lineBreak, end)
            : TextChange.Delete(start, right);
    }

    private static IReadOnlyList<TextChange> Joined(TextChange comma, TextChange element) =>
        comma.End > element.Start ? [new(Math.Min(comma.Start, element.Start), element.End, "")] : [comma, element];

    private static bool IsLineEnd(string text, int at) => at == text.Length || Trivia.IsLineBreak(text[at]);

    private static bool IsEmpty(string text, int start, int end) =>
        string.IsNullOrWhiteSpace(text[start..end]);
}
