namespace Slowroll.Patterns;

/// <summary>A class of characters in the form in which a character is searched.</summary>
/// <remarks>Immutable. Large sets are shared with every other class that names them, so that a class takes no more
/// memory than its text.</remarks>
internal sealed class CharSet
{
    private const int Ascii = 128;

    private readonly char[] _ranges;
    private readonly char[][] _sets;
    private readonly bool _isNegated;
    private readonly CharSet? _subtracted;
    private readonly ulong _low;
    private readonly ulong _high;

    /// <summary>May ask .NET for the sets that the class names.</summary>
    public CharSet(CharClass source)
    {
        var caseless = source.CaselessText;
        _ranges = caseless is null ? Bounds(source.Ranges) : KnownSets.Find(caseless);
        _sets = [.. source.Sets.Select(set => KnownSets.Find(set.Text))];
        _isNegated = source.IsNegated;
        _subtracted = source.Subtracted?.Set;

        (_low, _high) =
            _sets.Aggregate(BitsOf(_ranges), (all, set) => (all.Low | BitsOf(set).Low, all.High | BitsOf(set).High));
        if (_isNegated)
            (_low, _high) = (~_low, ~_high);
        if (_subtracted is not null)
            (_low, _high) = (_low & ~_subtracted._low, _high & ~_subtracted._high);
    }

    /// <summary>Costs a shift for ASCII, else a binary search in each set that the class names.</summary>
    public bool Contains(char c) => c < Ascii ? (((c < Ascii / 2 ? _low : _high) >> c) & 1) != 0 : Find(c);

    private bool Find(char c) => IsNamed(c) != _isNegated && _subtracted?.Find(c) is not true;

    private bool IsNamed(char c)
    {
        if (IsIn(_ranges, c))
            return true;

        foreach (var set in _sets)
        {
            if (IsIn(set, c))
                return true;
        }

        return false;
    }

    // Bounds are in turn the first and the last character of a range. So the index of the first bound that isn't below
    // the character says whether the character is in a range.
    private static bool IsIn(char[] bounds, char c)
    {
        var (low, high) = (0, bounds.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (bounds[middle] < c)
                low = middle + 1;
            else
                high = middle;
        }

        return low < bounds.Length && ((low & 1) != 0 || bounds[low] == c);
    }

    // A bit for each character of ASCII.
    private static (ulong Low, ulong High) BitsOf(char[] bounds)
    {
        var (low, high) = (0ul, 0ul);
        for (var at = 0; at < bounds.Length && bounds[at] < Ascii; at += 2)
        {
            for (var c = (int)bounds[at]; c <= bounds[at + 1] && c < Ascii; c++)
            {
                if (c < Ascii / 2)
                    low |= 1ul << c;
                else
                    high |= 1ul << c;
            }
        }

        return (low, high);
    }

    private static char[] Bounds(IReadOnlyList<CharRange> ranges)
    {
        var bounds = new List<char>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            // Ranges that touch are joined, so that no bound occurs twice and the search never ends in a gap.
            if (bounds.Count > 0 && range.First <= bounds[^1] + 1)
            {
                bounds[^1] = (char)Math.Max(bounds[^1], range.Last);
                continue;
            }

            bounds.Add(range.First);
            bounds.Add(range.Last);
        }

        return bounds.ToArray();
    }
}
