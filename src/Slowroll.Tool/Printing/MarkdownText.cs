using System.Text;
using Slowroll.Texts;

namespace Slowroll.Tool.Printing;

/// <summary>Makes a text from outside plain text of Markdown: it forms no link, no table, no markup and mentions
/// nobody.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]()<>#+-.!|~@&:";

    /// <summary>The text on one line.</summary>
    public static string Of(string text)
    {
        StringBuilder escaped = new();
        foreach (var letter in OneLine.Message(text))
        {
            // Between two letters they have no meaning, and names stay readable.
            var isPlain = letter is '-' or '.' or ':' && escaped.Length > 0 && !text.StartsWith("http", StringComparison.Ordinal);
            if (letter == '@')
                escaped.Append("&#64;");
            else if (!isPlain && Special.Contains(letter, StringComparison.Ordinal))
                escaped.Append('\\').Append(letter);
            else
                escaped.Append(letter);
        }

        return escaped.ToString();
    }

    /// <summary>A row of a table.</summary>
    public static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
