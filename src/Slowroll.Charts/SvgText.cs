using System.Globalization;
using System.Text;

namespace Slowroll.Charts;

/// <summary>Texts and numbers of an SVG document.</summary>
internal static class SvgText
{
    /// <summary>A text from anywhere, safe as content and as the value of an attribute. Characters that XML doesn't
    /// allow, and those that control the direction of text, become U+FFFD.</summary>
    public static string Of(string text)
    {
        var safe = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(rune.Value switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => IsAllowed(rune) ? rune.ToString() : "\uFFFD",
            });
        }

        return safe.ToString();
    }

    /// <summary>A length, to a tenth of a pixel.</summary>
    public static string Of(double length) => length.ToString("0.#", CultureInfo.InvariantCulture);

    private static bool IsAllowed(Rune rune) => rune.Value is not (0xFFFE or 0xFFFF) && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
