using System.Globalization;

namespace Slowroll.Schemas.Naming;

/// <summary>Finds the characters that are invisible, or that change the direction of text.</summary>
internal static class HiddenText
{
    /// <summary>Whether the text has no such character. Nearly all texts have none, so this is fast.</summary>
    public static bool IsPlain(string text)
    {
        foreach (var letter in text)
        {
            if (letter is < ' ' or > '~' or '"' or '\\' or '<' or '>' or '&')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary> The code points of the text, each with whether it is a control, a line break, of zero width,
    /// bidirectional, or half a surrogate pair.
    /// </summary>
    public static IEnumerable<(string Text, bool IsHidden)> CodePoints(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsSurrogatePair(text, i);
            var isHidden = CharUnicodeInfo.GetUnicodeCategory(text, i) is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate;
            yield return (text.Substring(i, isPair ? 2 : 1), isHidden);
            i += isPair ? 1 : 0;
        }
    }

    /// <summary> Whether it counts as a letter or a mark, also in C#, and is invisible: fillers, joiners and
    /// variation selectors. Two names that differ only in these look the same.
    /// </summary>
    public static bool IsBlankLetter(char letter) => letter is '\u034F' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5'
        or (>= '\u180B' and <= '\u180F') or '\u3164' or (>= '\uFE00' and <= '\uFE0F') or '\uFFA0';
}
