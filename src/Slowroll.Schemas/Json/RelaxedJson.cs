namespace Slowroll.Schemas.Json;

/// <summary>Finds what strict readers reject in a JSON text: comments, and commas after the last member.</summary>
internal static class RelaxedJson
{
    /// <summary>The comments and commas with their places; the text must be one that <see cref="JsonText"/>
    /// reads.</summary>
    public static IEnumerable<(TextRange Range, bool IsComment)> Find(string text)
    {
        int? comma = null;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"':
                    at = EndOfString(text, at);
                    comma = null;
                    break;
                case '/':
                    var end = EndOfComment(text, at);
                    yield return (new(at, end), true);
                    at = end - 1;
                    break;
                case ',':
                    comma = at;
                    break;
                case '}' or ']' when comma is { } last:
                    yield return (new(last, last + 1), false);
                    comma = null;
                    break;
                case not (' ' or '\t' or '\r' or '\n'):
                    comma = null;
                    break;
            }
        }
    }

    private static int EndOfString(string text, int at)
    {
        for (at++; text[at] != '"'; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
        }

        return at;
    }

    public static int EndOfComment(string text, int start)
    {
        var isLine = text[start + 1] == '/';
        var end = isLine
            ? text.IndexOfAny(['\r', '\n', '\u2028', '\u2029'], start)
            : text.IndexOf("*/", start + 2, StringComparison.Ordinal) + 2;
        return end < 0 ? text.Length : end;
    }
}
