using System.Globalization;
using System.Text;

namespace Slowroll.Texts;

/// <summary>Makes a text from outside safe to print: a name, a value or a path from a config, a schema, a server or a
/// file.</summary>
/// <remarks>
/// <para>The result is one line. Control characters, line and paragraph separators, bidirectional controls, other
/// invisible characters and half surrogate pairs become <c>\u000A</c> and the like, so that no text starts a line of
/// its own in a log, hides what follows it or turns it around. <c>##</c>, with which commands to build servers begin,
/// becomes <c>\u0023#</c>.</para>
/// <para>This file is compiled into the runtime and into the build-time half.</para>
/// </remarks>
internal static class OneLine
{
    /// <summary>How many characters of a text <see cref="Of(string)"/> shows at most.</summary>
    public const int Longest = 120;

    /// <summary>How many characters of a message <see cref="Message(string)"/> shows at most.</summary>
    public const int LongestMessage = 2_000;

    private const char Ellipsis = '…';

    /// <summary>The text on one line, shortened if it is longer than <see cref="Longest"/>: for a part of a
    /// message.</summary>
    public static string Of(string text) => Of(text, Longest);

    /// <summary>The text on one line, shortened if it is longer than a limit.</summary>
    public static string Of(string text, int longest) =>
        text.Length <= longest ? Escaped(text) : Escaped(text.Substring(0, longest)) + Ellipsis;

    /// <summary>A beginning of the text that <see cref="Of(string, int)"/> and <see cref="Message(string, int)"/> show
    /// in the same way with that limit: for a text that is kept until it is shown.</summary>
    public static string Kept(string text, int longest) =>
        text.Length <= longest ? text : text.Substring(0, longest + 1);

    /// <summary>The text on one line, whole: for a path, or for a message whose parts are short.</summary>
    public static string Escaped(string text)
    {
        StringBuilder? line = null;
        for (int at = 0, length; at < text.Length; at += length)
        {
            length = char.IsSurrogatePair(text, at) ? 2 : 1;
            if (IsShownAsItIs(text, at))
                line?.Append(text, at, length);
            else
                AppendEscaped(line ??= new StringBuilder(text, 0, at, text.Length + 16), text, at, length);
        }

        return line?.ToString() ?? text;
    }

    /// <summary>A whole message on one line. It is called where a message leaves the program, in case a part wasn't
    /// made safe.</summary>
    public static string Message(string text) => Message(text, LongestMessage);

    /// <summary>The same; after escaping it has at most so many characters and an ellipsis.</summary>
    public static string Message(string text, int longest)
    {
        var line = Of(text, longest);
        return line.Length <= longest + 1 ? line : line.Substring(0, longest) + Ellipsis;
    }

    /// <summary>The first elements of many, and how many more there are.</summary>
    public static string List<T>(string between, IReadOnlyList<T> all, Func<T, string> shown)
    {
        const int Shown = 20;
        var list = string.Join(between, all.Take(Shown).Select(shown));
        return all.Count <= Shown ? list : $"{list}{between}and {all.Count - Shown} more";
    }

    // Most characters are ASCII: for these no Unicode table is needed.
    private static bool IsShownAsItIs(string text, int at) =>
        (text[at] is >= ' ' and <= '~' || !IsHidden(text, at)) && !IsCommand(text, at);

    private static bool IsHidden(string text, int at) =>
        CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate;

    private static bool IsCommand(string text, int at) =>
        text[at] == '#' && at + 1 < text.Length && text[at + 1] == '#';

    private static void AppendEscaped(StringBuilder line, string text, int at, int length)
    {
        for (var i = at; i < at + length; i++)
            line.Append(@"\u").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
    }
}
