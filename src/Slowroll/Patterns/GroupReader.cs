namespace Slowroll.Patterns;

/// <summary>Reads what follows <c>(?</c>, and rejects what an automaton can't do.</summary>
internal static class GroupReader
{
    private const string CanNot = "Patterns know neither look-around nor back-references.";

    /// <summary>Reads the start of a group up to its content; the reader is at the question mark.</summary>
    /// <returns>False if it is no group: then it sets options for what follows.</returns>
    public static bool ReadStart(PatternReader reader)
    {
        // (?) is a group with a ? that has nothing to repeat: the reader of the content finds that mistake.
        if (reader.Ahead(1) == ')')
            return true;

        reader.At++;
        switch (reader.Now)
        {
            case ':':
                reader.At++;
                return true;
            case '=' or '!':
                reader.Fail($"It looks ahead with (?{reader.Now}. {CanNot}");
                return true;
            case '>':
                reader.Fail("It has an atomic group, (?>...), which patterns do not know; write (?:...).");
                return true;
            case '(':
                reader.Fail("It has a condition, (?(...)...), which patterns do not know; write (?:...|...).");
                return true;
            case '<' when reader.Ahead(1) is '=' or '!':
                reader.Fail($"It looks behind with (?<{reader.Ahead(1)}. {CanNot}");
                return true;
            case '<':
                ReadName(reader, '>');
                return true;
            case '\'':
                ReadName(reader, '\'');
                return true;
            default:
                return ReadOptions(reader);
        }
    }

    /// <summary>Rejects <c>\1</c>, <c>\k&lt;name&gt;</c> and the like; the reader is after the backslash.</summary>
    public static void RefuseReference(PatternReader reader)
    {
        if (reader.Now is 'k' or (>= '1' and <= '9'))
            reader.Fail($@"It refers back with \{reader.Now}. {CanNot}");
        else if (reader.Now == 'G')
            reader.Fail(@"It has \G, where the last match ended, and patterns are for whole hash keys.");
        else if (reader.Now is '<' or '\'' && NamesGroup(reader))
            reader.Fail($@"It refers back with \{reader.Now}. {CanNot}");
    }

    // \<name> and \'name' are old forms of \k<name>. Without their last character they are plain characters.
    private static bool NamesGroup(PatternReader reader)
    {
        var (start, end) = (reader.At, reader.Now == '<' ? '>' : '\'');
        reader.At++;
        if (PatternReader.IsDigit(reader.Now))
        {
            reader.ReadNumber();
        }
        else
        {
            while (!reader.IsAtEnd && EscapeReader.IsWordPart(reader.Now))
                reader.At++;
        }

        var isName = reader.At > start + 1 && reader.Now == end;
        reader.At = start;
        return isName;
    }

    private static void ReadName(PatternReader reader, char end)
    {
        reader.At++;
        var start = reader.At;
        if (PatternReader.IsDigit(reader.Now) && reader.Now != '0')
        {
            reader.ReadNumber();
        }
        else if (reader.Now != '0')
        {
            while (!reader.IsAtEnd && EscapeReader.IsWordPart(reader.Now))
                reader.At++;
        }

        if (reader.Now == '-')
            reader.Fail("It has a group that balances another, (?<a-b>...), which patterns do not know.");
        else if (reader.At == start || !reader.Skip(end))
            reader.Fail("A group in it has a name that is none; write (?<name>...) with letters and digits.");
    }

    private static bool ReadOptions(PatternReader reader)
    {
        var isOn = true;
        for (; !reader.IsAtEnd; reader.At++)
        {
            if (reader.Now is '+' or '-')
            {
                isOn = reader.Now == '+';
                continue;
            }

            var option = OptionOf(reader.Now);
            if (option == PatternOptions.None)
                break;
            reader.Options = isOn ? reader.Options | option : reader.Options & ~option;
        }

        if (reader.Skip(')'))
            return false;
        if (!reader.Skip(':'))
            reader.Fail("It has (? with something behind it that patterns do not know.");
        return true;
    }

    private static PatternOptions OptionOf(char c) => c switch
    {
        'i' or 'I' => PatternOptions.CaseIsIgnored,
        'm' or 'M' => PatternOptions.AnchorsAreOfLines,
        'n' or 'N' => PatternOptions.GroupsAreUnnumbered,
        's' or 'S' => PatternOptions.DotIsAnything,
        'x' or 'X' => PatternOptions.WhiteSpaceIsIgnored,
        _ => PatternOptions.None,
    };
}
