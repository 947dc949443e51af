namespace Slowroll.Patterns;

/// <summary>A place in the text of a pattern, and the first mistake in the text.</summary>
internal sealed class PatternReader(string text)
{
    private const int Whole = int.MaxValue;

    public string Text => text;

    public int At { get; set; }

    /// <summary>The first mistake; null while there is none.</summary>
    public string? Error { get; private set; }

    public PatternOptions Options { get; set; }

    /// <summary>The classes that ignore case, as texts for .NET.</summary>
    public HashSet<string> CaselessClasses { get; } = new(StringComparer.Ordinal);

    public bool IsAtEnd => At >= text.Length;

    /// <summary>The character at the current place; U+FFFF at the end.</summary>
    public char Now => Ahead(0);

    public bool IsSet(PatternOptions option) => (Options & option) != 0;

    /// <summary>The character so many places further on; after the end U+FFFF, which has no meaning in
    /// patterns.</summary>
    public char Ahead(int places) => At + places < text.Length ? text[At + places] : '\uffff';

    public bool Skip(char expected)
    {
        if (IsAtEnd || text[At] != expected)
            return false;
        At++;
        return true;
    }

    /// <summary>Stores a mistake, and goes to the end of the text, so that reading ends.</summary>
    public void Fail(string why)
    {
        Error ??= why;
        At = text.Length;
    }

    /// <summary>Reads the number at the current place; zero if there is none.</summary>
    public int ReadNumber()
    {
        long number = 0;
        for (; !IsAtEnd && IsDigit(text[At]); At++)
        {
            number = (number * 10) + (text[At] - '0');
            if (number > Whole)
            {
                Fail("A number in it is too large.");
                return 0;
            }
        }

        return (int)number;
    }

    /// <summary>Skips comments, and white space too if <c>(?x)</c> is set.</summary>
    public void SkipBlank()
    {
        while (true)
        {
            while (IsSet(PatternOptions.WhiteSpaceIsIgnored) && !IsAtEnd && Now is ' ' or '\t' or '\n' or '\f' or '\r')
                At++;

            if (IsSet(PatternOptions.WhiteSpaceIsIgnored) && !IsAtEnd && Now == '#')
                SkipTo('\n', "Its last comment has no end; a line break ends one that starts with #.");
            else if (Now == '(' && Ahead(1) == '?' && Ahead(2) == '#')
                SkipTo(')', "A comment in it has no end; (?#...) needs a ).");
            else
                return;
        }
    }

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    // A line feed after a comment is skipped as white space; the closing bracket belongs to the comment.
    private void SkipTo(char last, string otherwise)
    {
        var end = text.IndexOf(last, At);
        if (end < 0)
            Fail(otherwise);
        else
            At = last == ')' ? end + 1 : end;
    }
}

/// <summary>The options that <c>(?imsx)</c> sets.</summary>
[Flags]
internal enum PatternOptions
{
    None = 0,

    /// <summary><c>i</c>.</summary>
    CaseIsIgnored = 1,

    /// <summary><c>m</c>: <c>^</c> and <c>$</c> are about lines.</summary>
    AnchorsAreOfLines = 2,

    /// <summary><c>s</c>: a dot matches a line feed too.</summary>
    DotIsAnything = 4,

    /// <summary><c>x</c>.</summary>
    WhiteSpaceIsIgnored = 8,

    /// <summary><c>n</c>, which is about captures: there are none here.</summary>
    GroupsAreUnnumbered = 16,
}
