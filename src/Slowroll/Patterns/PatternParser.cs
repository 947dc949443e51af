using Slowroll.Texts;

namespace Slowroll.Patterns;

/// <summary>Reads a pattern: .NET's syntax, without the parts that depend on what was matched before.</summary>
/// <remarks>It is recursive for groups, and rejects the thirty-third level before it reads it.</remarks>
internal sealed class PatternParser
{
    public static readonly string TooDeep =
        $"It has more than {PatternLimits.InWords(PatternLimits.DeepestNesting)} groups and classes within "
            + "one another.";

    private static readonly string TooLong =
        $"It has more than {PatternLimits.InWords(PatternLimits.LongestPattern)} characters.";

    private static readonly string TooLarge =
        "Slowroll builds no automata as large as it needs: with its repetitions written out it would have more "
            + $"than {PatternLimits.InWords(PatternLimits.LargestPattern)} steps.";

    private readonly PatternReader _reader;

    private PatternParser(string text) => _reader = new(text);

    /// <summary>The pattern, or what is wrong with it.</summary>
    public static Parsed<(PatternNode Root, IReadOnlyCollection<string> CaselessClasses)> Parse(string text)
    {
        if (text.Length > PatternLimits.LongestPattern)
            return Failed(TooLong);

        var parser = new PatternParser(text);
        var root = parser.ReadChoices(depth: 0);
        if (!parser._reader.IsAtEnd)
            parser._reader.Fail("Too many )'s: one has no (.");

        return parser._reader.Error is { } error ? Failed(error) : (root, parser._reader.CaselessClasses);

        static Parsed<(PatternNode, IReadOnlyCollection<string>)> Failed(string error) =>
            Parsed<(PatternNode, IReadOnlyCollection<string>)>.Failed(error);
    }

    // Reads up to the end, or to the bracket that ends the group.
    private PatternNode ReadChoices(int depth)
    {
        var choices = new List<PatternNode>();
        var sequence = new List<PatternNode>();
        while (true)
        {
            _reader.SkipBlank();
            if (_reader.IsAtEnd || _reader.Now == ')')
                break;

            if (_reader.Skip('|'))
            {
                choices.Add(SequenceNode.Of(sequence));
                sequence = [];
            }
            else if (IsQuantifier())
            {
                _reader.Fail($"It has {_reader.Now} where there is nothing to repeat.");
            }
            else if (ReadItem(depth) is { } item)
            {
                sequence.Add(ReadQuantifier(item));
            }
        }

        choices.Add(SequenceNode.Of(sequence));
        return Checked(ChoiceNode.Of(choices));
    }

    // Null for options that apply from here on.
    private PatternNode? ReadItem(int depth)
    {
        var c = _reader.Now;
        _reader.At++;
        return c switch
        {
            '[' => Class(ClassReader.Read(_reader, depth)),
            '(' => ReadGroup(depth),
            '\\' => ReadEscape(),
            '^' => new AnchorNode(_reader.IsSet(PatternOptions.AnchorsAreOfLines) ? Anchor.LineStart : Anchor.Start),
            '$' => new AnchorNode(
                _reader.IsSet(PatternOptions.AnchorsAreOfLines) ? Anchor.LineEnd : Anchor.EndOrLastLineFeed),
            '.' => new ClassNode(_reader.IsSet(PatternOptions.DotIsAnything) ? CharClass.Any : CharClass.NoLineFeed),
            _ => Literal(c),
        };
    }

    private ClassNode Class(CharClass value)
    {
        for (var one = value; one is not null; one = one.Subtracted)
        {
            if (one.CaselessText is { } text && !one.IsAsciiLetter)
                _reader.CaselessClasses.Add(text);
        }

        return new(value);
    }

    private PatternNode Literal(char c) =>
        _reader.IsSet(PatternOptions.CaseIsIgnored) && c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or > '\x7f'
            ? Class(new CharClass { Ranges = [new(c, c)], IgnoresCase = true })
            : new CharNode(c);

    private PatternNode? ReadGroup(int depth)
    {
        if (depth >= PatternLimits.DeepestNesting)
        {
            _reader.Fail(TooDeep);
            return PatternNode.Empty;
        }

        var options = _reader.Options;
        if (_reader.Now == '?' && !GroupReader.ReadStart(_reader))
            return null;

        var inside = ReadChoices(depth + 1);
        if (!_reader.Skip(')'))
            _reader.Fail("Not enough )'s: a group has no end.");
        _reader.Options = options;
        return inside;
    }

    private PatternNode ReadEscape()
    {
        if (_reader.IsAtEnd)
        {
            _reader.Fail(@"It ends with a backslash; write \\ for one.");
            return PatternNode.Empty;
        }

        Anchor? anchor = _reader.Now switch
        {
            'A' => Anchor.Start,
            'Z' => Anchor.EndOrLastLineFeed,
            'z' => Anchor.End,
            'b' => Anchor.WordBoundary,
            'B' => Anchor.NoWordBoundary,
            _ => null,
        };
        if (anchor is { } place)
        {
            _reader.At++;
            return new AnchorNode(place);
        }

        if (EscapeReader.TryReadSet(_reader) is { } set)
            return new ClassNode(CharClass.Of(set));

        GroupReader.RefuseReference(_reader);
        return _reader.Error is null ? Literal(EscapeReader.ReadChar(_reader)) : PatternNode.Empty;
    }

    private PatternNode ReadQuantifier(PatternNode item)
    {
        _reader.SkipBlank();
        if (!IsQuantifier())
            return Checked(item);

        var (least, most) = (0, (int?)null);
        switch (_reader.Text[_reader.At++])
        {
            case '?':
                most = 1;
                break;
            case '+':
                least = 1;
                break;
            case '{':
                least = _reader.ReadNumber();
                most = !_reader.Skip(',') ? least : _reader.Now == '}' ? null : _reader.ReadNumber();
                _reader.At++;
                break;
        }

        if (most < least)
            _reader.Fail("It has a repetition whose first number is the larger one.");

        // Greedy or not makes no difference if the whole hash key must match.
        _reader.SkipBlank();
        _reader.Skip('?');

        // For .NET the largest number means: no limit.
        return Checked(RepeatNode.Of(item, least, most == int.MaxValue ? null : most));
    }

    // Checked at once, before it is repeated again, so that a size never overflows.
    private PatternNode Checked(PatternNode node)
    {
        if (node.Size <= PatternLimits.LargestPattern)
            return node;

        _reader.Fail(TooLarge);
        return PatternNode.Empty;
    }

    // A { that starts no repetition is a plain character.
    private bool IsQuantifier()
    {
        if (_reader.Now is '*' or '+' or '?')
            return true;
        if (_reader.Now != '{')
            return false;

        var at = 1;
        while (PatternReader.IsDigit(_reader.Ahead(at)))
            at++;
        if (at == 1)
            return false;
        if (_reader.Ahead(at) == ',')
        {
            at++;
            while (PatternReader.IsDigit(_reader.Ahead(at)))
                at++;
        }

        return _reader.Ahead(at) == '}';
    }
}
