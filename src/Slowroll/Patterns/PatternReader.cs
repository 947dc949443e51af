namespace Slowroll.Patterns;

/// <summary>A place in a pattern's text, and what is wrong with the text, if something is.</summary>
internal sealed class PatternReader(string text)
{
    private const int Whole = int.MaxValue;

    public string Text => text;

    public int At { get; set; }

    /// <summary>The first mistake; null while there is none.</summary>
    public string? Error { get; private set; }

    public PatternOptions Options { get; set; }

    /// <summary>The classes that ignore case, as .NET is asked for them.</summary>
    public HashSet<string> CaselessClasses { get; } = new(StringComparer.Ordinal);

    public bool IsAtEnd => At >= text.Length;

    /// <summary>The character at hand; half of nothing at the end.</summary>
    public char Now => Ahead(0);

    public bool IsSet(PatternOptions option) => (Options & option) != 0;

    /// <summary>The character that many places on; U+FFFF, which no rule asks for, behind the end.</summary>
    public char Ahead(int places) => At + places < text.Length ? text[At + places] : '\uffff';

    public bool Skip(char expected)
    {
        if (IsAtEnd || text[At] != expected)
            return false;
        At++;
        return true;
    }

    /// <summary>Notes a mistake, and leads to the end of the text, so that whoever reads comes to an end too.</summary>
    public void Fail(string why)
    {
        Error ??= why;
        At = text.Length;
    }

    /// <summary>The number at hand; zero where there is none.</summary>
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

    /// <summary>Passes over comments, and over white space where <c>(?x)</c> says so.</summary>
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

    // The line feed is white space, and goes with it; the bracket is a part of the comment.
    private void SkipTo(char last, string otherwise)
    {
        var end = text.IndexOf(last, At);
        if (end < 0)
            Fail(otherwise);
        else
            At = last == ')' ? end + 1 : end;
    }
}

/// <summary>What <c>(?imsx)</c> switches.</summary>
[Flags]
internal enum PatternOptions
{
    None = 0,

    /// <summary><c>i</c>.</summary>
    CaseIsIgnored = 1,

    /// <summary><c>m</c>: <c>^</c> and <c>$</c> are about lines.</summary>
    AnchorsAreOfLines = 2,

    /// <summary><c>s</c>: a dot is a line feed too.</summary>
    DotIsAnything = 4,

    /// <summary><c>x</c>.</summary>
    WhiteSpaceIsIgnored = 8,

    /// <summary><c>n</c>, which is about captures: there are none here.</summary>
    GroupsAreUnnumbered = 16,
}
