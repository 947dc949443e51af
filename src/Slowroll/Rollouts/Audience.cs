using Slowroll.Patterns;

namespace Slowroll.Rollouts;

/// <summary>Hash keys by name and by pattern: the early adopters of a flag, or those of a wave.</summary>
internal sealed class Audience
{
    private readonly HashSet<string> _names;
    private readonly TextFilter _mayBeNamed;
    private readonly PatternProgram[] _patterns;

    /// <summary>Compiles the patterns. A pattern that is a plain text is a name.</summary>
    public Audience(IEnumerable<string> names, IReadOnlyList<Pattern> patterns)
    {
        _names = new HashSet<string>(names, StringComparer.Ordinal);
        var others = new List<Pattern>();
        foreach (var pattern in patterns)
        {
            if (pattern.PlainText is { } name)
                _names.Add(name);
            else
                others.Add(pattern);
        }

        _mayBeNamed = new TextFilter(_names);
        _patterns = others.Count == 0 ? [] : PatternProgram.Compile(others);
    }

    /// <summary>Costs a check of a filter, a look-up unless the filter excludes the hash key, and time linear in the
    /// hash key and in the size of the patterns. Never allocates.</summary>
    public bool Contain(string hashKey)
    {
        if (_mayBeNamed.MayHave(hashKey) && _names.Contains(hashKey))
            return true;

        foreach (var pattern in _patterns)
        {
            if (pattern.IsMatch(hashKey))
                return true;
        }

        return false;
    }
}
