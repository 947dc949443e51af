namespace Slowroll.Tool.Editing.Layout;

/// <summary>Removes an element of an object or a list, with its comma. Comments around it stay, and all other bytes
/// but the white space that only it needed.</summary>
internal static class ElementRemoval
{
    /// <summary>The changes, in the text's order.</summary>
    public static IReadOnlyList<TextChange> Of(string text, JsonElements row, int index)
    {
        var element = row[index];
        var from = index == 0 ? row.Open : row[index - 1].End;
        if (Trivia.CommaAfter(text, element.End) is { } comma)
        {
            return IsEmpty(text, element.End, comma)
                ? [Cut(text, from, element.Start, comma + 1, hasComma: true)]
                : [TextChange.Delete(element.Start, element.End), TextChange.Delete(comma, comma + 1)];
        }

        // With the last element, the comma before it goes too.
        if (index > 0 && Trivia.CommaAfter(text, from) is { } before)
        {
            return
            [
                TextChange.Delete(before, before + 1),
                Cut(text, before + 1, element.Start, element.End, hasComma: false),
            ];
        }

        return IsEmpty(text, row.Open, element.Start) && IsEmpty(text, element.End, row.Close)
            && Trivia.LineStart(text, row.Open, element.Start) is null
            ? [TextChange.Delete(row.Open, row.Close)]
            : [Cut(text, from, element.Start, element.End, hasComma: false)];
    }

    // A line that has nothing else goes whole. A comment that follows stays in the line, and what stands behind a
    // comment must not get into it.
    private static TextChange Cut(string text, int from, int start, int end, bool hasComma)
    {
        var (left, right) = (Trivia.BeforeSpaces(text, start), Trivia.AfterSpaces(text, end));
        var isLineEnd = right == text.Length || Trivia.IsLineBreak(text[right]);
        var isEnd = isLineEnd || text[right] is '}' or ']';
        return Trivia.LineBreakBefore(text, left) is not { } lineBreak
                ? hasComma && !isEnd ? TextChange.Delete(start, right) : TextChange.Delete(left, end)
            : isLineEnd || (isEnd && !Trivia.IsInLineComment(text, from, lineBreak)) ? TextChange.Delete(lineBreak, end)
            : TextChange.Delete(start, right);
    }

    private static bool IsEmpty(string text, int start, int end) => string.IsNullOrWhiteSpace(text[start..end]);
}
