using System.Globalization;
using System.Text;

namespace Slowroll.Schemas.Naming;

/// <summary>Makes text from files safe for XML documentation.</summary>
internal static class XmlText
{
    /// <summary>The text's lines, escaped. Every kind of line break counts.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        [.. text.Replace("\r\n", "\n")
            .Split('\n', '\r', '\u0085', '\u2028', '\u2029')
            .Select(line => Escape(line.Trim()))];

    /// <summary>The text on one line, escaped.</summary>
    public static string Escape(string text)
    {
        if (HiddenText.IsPlain(text))
        {
            return text;
        }

        StringBuilder xml = new(text.Length);
        foreach (var (part, isHidden) in HiddenText.CodePoints(text))
        {
            _ = part switch
            {
                "<" => xml.Append("&lt;"),
                ">" => xml.Append("&gt;"),
                "&" => xml.Append("&amp;"),
                "\t" => xml.Append(part),
                "\uFFFE" or "\uFFFF" => xml.Append('\uFFFD'),
                _ when isHidden => xml.Append(Visible(part)),
                _ => xml.Append(part),
            };
        }

        return xml.ToString();
    }

    // XML can't contain a control character or half a surrogate pair, not even escaped.
    private static string Visible(string part) => part.Length == 1 && (part[0] < ' ' || char.IsSurrogate(part[0]))
        ? "\uFFFD"
        : $"&#x{char.ConvertToUtf32(part, 0).ToString("X", CultureInfo.InvariantCulture)};";
}
