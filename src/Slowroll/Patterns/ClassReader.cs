namespace Slowroll.Patterns;

/// <summary>Reads a class such as <c>[a-z\d-[aeiou]]</c>, as .NET does.</summary>
internal sealed class ClassReader
{
    private readonly PatternReader _reader;
    private readonly List<CharRange> _ranges = [];
    private readonly List<NamedSet> _sets = [];
    private char? _rangeStart;
    private CharClass? _subtracted;

    private ClassReader(PatternReader reader) => _reader = reader;

    /// <summary>Reads the class; the reader is after its first bracket.</summary>
    /// <param name="reader">The pattern.</param>
    /// <param name="depth">How many groups and classes there are around it.</param>
    public static CharClass Read(PatternReader reader, int depth) =>
        new ClassReader(reader).Read(depth, isSubtracted: false);

    private CharClass Read(int depth, bool isSubtracted)
    {
        if (depth >= PatternLimits.DeepestNesting)
            _reader.Fail(PatternParser.TooDeep);

        var isNegated = _reader.Skip('^');
        if (isSubtracted && _reader.Now == ']')
            _reader.Fail(@"A class that is taken away from another starts with ]; write \].");

        for (var isFirst = true; !_reader.IsAtEnd && (isFirst || _reader.Now != ']'); isFirst = false)
        {
            if (_reader.Now == '\\' && _reader.At + 1 < _reader.Text.Length)
                ReadEscape();
            else
                ReadPlain(depth, isFirst);
        }

        if (!_reader.Skip(']'))
            _reader.Fail("A class in it has no end; there is a [ without ].");

        return new()
        {
            Ranges = _ranges,
            Sets = [.. _sets.Distinct()],
            IsNegated = isNegated,
            IgnoresCase = _reader.IsSet(PatternOptions.CaseIsIgnored),
            Subtracted = _subtracted,
        };
    }

    private void ReadEscape()
    {
        _reader.At++;
        if (EscapeReader.TryReadSet(_reader) is { } set)
        {
            if (_rangeStart is not null)
                _reader.Fail($"A range in it ends with {set.Escape}, which is no character.");
            _sets.Add(set);
        }
        else if (_reader.Skip('-'))
        {
            // An escaped hyphen that ends no range is a hyphen, and starts no range.
            if (_rangeStart is null)
                _ranges.Add(new('-', '-'));
            else
                EndRange('-');
        }
        else
        {
            Add(EscapeReader.ReadChar(_reader));
        }
    }

    private void ReadPlain(int depth, bool isFirst)
    {
        var c = _reader.Now;
        _reader.At++;
        if (_rangeStart is { } start && c == '[')
        {
            // It looked like a range, but it is a class that is subtracted.
            _rangeStart = null;
            _ranges.Add(new(start, start));
            Subtract(depth);
        }
        else if (_rangeStart is null && c == '-' && !isFirst && _reader.Now == '[')
        {
            _reader.At++;
            Subtract(depth);
        }
        else
        {
            Add(c);
        }
    }

    private void Add(char c)
    {
        if (_rangeStart is not null)
        {
            EndRange(c);
        }
        else if (StartsRange())
        {
            _rangeStart = c;
            _reader.At++;
        }
        else
        {
            _ranges.Add(new(c, c));
        }
    }

    private bool StartsRange() => _reader.Now == '-' && _reader.At + 1 < _reader.Text.Length && _reader.Ahead(1) != ']';

    private void EndRange(char last)
    {
        var first = _rangeStart!.Value;
        _rangeStart = null;
        if (first > last)
            _reader.Fail($"A class in it has {first}-{last}, a range in reverse order.");
        else
            _ranges.Add(new(first, last));
    }

    private void Subtract(int depth)
    {
        _subtracted = new ClassReader(_reader).Read(depth + 1, isSubtracted: true);
        if (_reader.Error is null && !_reader.IsAtEnd && _reader.Now != ']')
            _reader.Fail("A class that is taken away from another must be the last part of it.");
    }
}
