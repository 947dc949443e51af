using System.Text;
using Slowroll.Texts;

namespace Slowroll.Tool.Printing;

/// <summary>Texts from outside in Markdown, also in the cell of a table: they can't format, link, mention anybody or
/// become HTML.</summary>
internal static class MarkdownText
{
    /// <summary>A text, shortened and on one line.</summary>
    public static string Of(string text) => Escaped(OneLine.Of(text));

    /// <summary>A whole sentence on one line.</summary>
    public static string Sentence(string text) => Escaped(OneLine.Message(text));

    /// <summary>A name, as code where that is safe.</summary>
    public static string Name(string name)
    {
        var shown = OneLine.Of(name);
        return shown.Length > 0 && shown.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.')
            ? $"`{shown}`"
            : Escaped(shown);
    }

    // As entities: unlike a backslash they work in every renderer, and hide "www." and "@name" too.
    private static string Escaped(string text)
    {
        StringBuilder escaped = new(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsAscii(letter) && !char.IsAsciiLetterOrDigit(letter) && !IsPlain(text, at))
                escaped.Append("&#").Append((int)letter).Append(';');
            else
                escaped.Append(letter);
        }

        return escaped.ToString();
    }

    // Between letters and digits, and at the end of a word, these have no meaning; a dot may begin a link.
    private static bool IsPlain(string text, int at) => text[at] switch
    {
        ' ' => at > 0 && text[at - 1] != ' ',
        ',' or ';' or '%' or '(' or ')' or '?' => true,
        ':' => at + 1 == text.Length || text[at + 1] != '/',
        '-' => at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] == ' ') && !IsStart(text, at),
        '.' => at > 0 && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])
            || at + 1 == text.Length
            || text[at + 1] == ' ',
        '\'' or '"' => true,
        _ => false,
    };

    private static bool IsStart(string text, int at) => string.IsNullOrWhiteSpace(text[..at]);
}
