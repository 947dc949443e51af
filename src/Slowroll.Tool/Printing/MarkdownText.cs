using System.Text;
using Slowroll.Texts;

namespace Slowroll.Tool.Printing;

/// <summary>Makes a text from outside plain text of Markdown: it forms no link, no table, no markup and mentions
/// nobody.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]()<>#+!|~&";

    /// <summary>The text on one line.</summary>
    public static string Of(string text)
    {
        StringBuilder escaped = new();
        foreach (var letter in OneLine.Message(text))
            escaped.Append(letter == '@' ? "&#64;" : Special.Contains(letter) ? $"\\{letter}" : $"{letter}");

        // GitHub makes links of these by itself.
        return escaped.Replace("://", ":\\/\\/").Replace("www.", "www\\.").ToString();
    }

    /// <summary>A row of a table.</summary>
    public static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
