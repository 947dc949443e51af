using Slowroll.Texts;

namespace Slowroll.Patterns;

/// <summary>Reads what follows a backslash.</summary>
internal static class EscapeReader
{
    /// <summary>Reads the escape of one character, inside or outside of a class; the reader is after the
    /// backslash.</summary>
    public static char ReadChar(PatternReader reader)
    {
        if (reader.Now is >= '0' and <= '7')
            return ReadOctal(reader);

        var c = reader.Now;
        reader.At++;
        switch (c)
        {
            case 'x':
                return ReadHex(reader, 2);
            case 'u':
                return ReadHex(reader, 4);
            case 'a':
                return '\a';
            case 'b':
                return '\b';
            case 'e':
                return '\u001b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'v':
                return '\v';
            case 'c':
                return ReadControl(reader);
            default:
                if (IsWordPart(c))
                    reader.Fail($@"It has the escape \{c}, which means nothing.");
                return c;
        }
    }

    /// <summary><c>\d</c>, <c>\W</c>, <c>\p{Lu}</c>: the set at the reader's place; null if there is none.</summary>
    public static NamedSet? TryReadSet(PatternReader reader)
    {
        var c = reader.Now;
        switch (c)
        {
            case 'd' or 'D' or 'w' or 'W' or 's' or 'S':
                reader.At++;
                return new($@"\{c}", IgnoresCase: false);
            case 'p' or 'P':
                reader.At++;
                return ReadProperty(reader) is { } name
                    ? new($@"\{c}{{{name}}}", reader.IsSet(PatternOptions.CaseIsIgnored))
                    : default(NamedSet);
            default:
                return null;
        }
    }

    /// <summary>Whether a character is part of a word. Names have only such characters, and a backslash before one may
    /// have a meaning.</summary>
    public static bool IsWordPart(char c) => c < 128
        ? c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_'
        : CharClass.WordPart.Set.Contains(c);

    private static string? ReadProperty(PatternReader reader)
    {
        var start = reader.At + 1;
        if (reader.Skip('{'))
        {
            while (!reader.IsAtEnd && (IsWordPart(reader.Now) || reader.Now == '-'))
                reader.At++;
            var name = reader.Text.Substring(start, reader.At - start);
            if (reader.Skip('}'))
            {
                if (KnownSets.IsProperty(name))
                    return name;
                reader.Fail(
                    $@"It has \p{{{OneLine.Of(name)}}}, and nothing is called so; Lu and IsGreek are such names.");
                return null;
            }
        }

        reader.Fail(@"It has \p without a name; write one as \p{Lu} or \p{IsGreek}.");
        return null;
    }

    private static char ReadOctal(PatternReader reader)
    {
        var code = 0;
        for (var digits = 0; digits < 3 && reader.Now is >= '0' and <= '7'; digits++)
        {
            code = (code * 8) + (reader.Now - '0');
            reader.At++;
        }

        return (char)(code & 0xff);
    }

    private static char ReadHex(PatternReader reader, int digits)
    {
        var code = 0;
        for (; digits > 0; digits--)
        {
            var digit = reader.Now switch
            {
                >= '0' and <= '9' and var c => c - '0',
                >= 'a' and <= 'f' and var c => c - 'a' + 10,
                >= 'A' and <= 'F' and var c => c - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                reader.Fail(@"An escape in it lacks hexadecimal digits; write two as in \x41, or four as in \u0041.");
                return '\0';
            }

            code = (code * 16) + digit;
            reader.At++;
        }

        return (char)code;
    }

    private static char ReadControl(PatternReader reader)
    {
        var c = reader.IsAtEnd ? '\0' : reader.Now;
        reader.At++;
        var upper = c is >= 'a' and <= 'z' ? c - 'a' + 'A' : c;
        if (upper is >= '@' and <= '_')
            return (char)(upper - '@');

        reader.Fail(@"It has \c without the letter of a control character; write one as in \cA.");
        return '\0';
    }
}
