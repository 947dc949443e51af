using Slowroll.Schemas.Json;

namespace Slowroll.Tool.Editing.Layout;

/// <summary>What lies between the values of a JSON text: white space, line breaks, comments and commas.</summary>
/// <remarks>The text must be one that <see cref="JsonText"/> reads.</remarks>
internal static class Trivia
{
    public static bool IsSpace(char letter) => letter is ' ' or '\t';

    public static bool IsLineBreak(char letter) => letter is '\n' or '\r';

    /// <summary>The first position from here on that is no space of the line.</summary>
    public static int AfterSpaces(string text, int at)
    {
        while (at < text.Length && IsSpace(text[at]))
            at++;

        return at;
    }

    /// <summary>Where the spaces before a position begin.</summary>
    public static int BeforeSpaces(string text, int at)
    {
        while (at > 0 && IsSpace(text[at - 1]))
            at--;

        return at;
    }

    /// <summary>Where the line break before a position begins; null if something else stands there.</summary>
    public static int? LineBreakBefore(string text, int at) =>
        at == 0 || !IsLineBreak(text[at - 1]) ? null
        : at > 1 && text[at - 1] == '\n' && text[at - 2] == '\r' ? at - 2
        : at - 1;

    /// <summary>The comma that follows a value, behind spaces, line breaks and comments; null if there is
    /// none.</summary>
    public static int? CommaAfter(string text, int at)
    {
        at = After(text, at);
        return at < text.Length && text[at] == ',' ? at : null;
    }

    /// <summary>The first position from here on that is neither space, line break nor comment.</summary>
    public static int After(string text, int at)
    {
        while (at < text.Length && (IsSpace(text[at]) || IsLineBreak(text[at]) || text[at] == '/'))
            at = text[at] == '/' ? RelaxedJson.EndOfComment(text, at) : at + 1;

        return at;
    }

    /// <summary>The end of the comments that begin in the same line and belong to what ends here: this position itself
    /// if there are none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The end of a value, of a comma or of an opening bracket.</param>
    /// <param name="endsInLineComment">Whether the line must end there.</param>
    public static int EndOfLineComments(string text, int at, out bool endsInLineComment)
    {
        endsInLineComment = false;
        for (var next = AfterSpaces(text, at); IsComment(text, next); next = AfterSpaces(text, at))
        {
            endsInLineComment = text[next + 1] == '/';
            at = RelaxedJson.EndOfComment(text, next);
            if (endsInLineComment)
                break;
        }

        return at;
    }

    /// <summary>The line break with the indentation behind it that stands last before a value, outside of comments;
    /// null if the value is in the same line as what is before it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">The end of what is before it.</param>
    /// <param name="to">The value.</param>
    public static string? LineStart(string text, int from, int to)
    {
        string? found = null;
        for (var at = from; at < to;)
        {
            if (text[at] == '/')
            {
                at = RelaxedJson.EndOfComment(text, at);
                continue;
            }

            var start = at++;
            if (!IsLineBreak(text[start]))
                continue;

            if (text[start] == '\r' && at < to && text[at] == '\n')
                at++;
            found = text[start..AfterSpaces(text, at)];
        }

        return found;
    }

    /// <summary>Whether a line break ends a comment.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">The end of what is before it.</param>
    /// <param name="lineBreak">The line break.</param>
    public static bool IsInLineComment(string text, int from, int lineBreak)
    {
        for (var at = from; at < lineBreak;)
        {
            var end = text[at] == '/' ? RelaxedJson.EndOfComment(text, at) : at + 1;
            if (end == lineBreak && text[at] == '/' && text[at + 1] == '/')
                return true;

            at = end;
        }

        return false;
    }

    /// <summary>The indentation of the line in which a position lies.</summary>
    public static string IndentationAt(string text, int at)
    {
        var start = at;
        while (start > 0 && !IsLineBreak(text[start - 1]))
            start--;

        return text[start..AfterSpaces(text, start)];
    }

    /// <summary>The first line break of a text; a line feed if it has none.</summary>
    public static string LineBreakOf(string text)
    {
        var at = text.AsSpan().IndexOfAny('\r', '\n');
        return at < 0 || text[at] == '\n' ? "\n"
            : at + 1 < text.Length && text[at + 1] == '\n' ? "\r\n"
            : "\r";
    }

    /// <summary>The indentation of the first line that has one; two spaces if none has.</summary>
    public static string IndentationUnitOf(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var end = at == 0 || IsLineBreak(text[at - 1]) ? AfterSpaces(text, at) : at;
            if (end > at && end < text.Length && !IsLineBreak(text[end]))
                return text[at..end];
        }

        return "  ";
    }

    private static bool IsComment(string text, int at) => at < text.Length && text[at] == '/';
}
