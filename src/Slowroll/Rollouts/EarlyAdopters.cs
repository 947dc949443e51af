using Slowroll.Patterns;

namespace Slowroll.Rollouts;

/// <summary>Who gets <c>new</c> at once: hash keys by name and by pattern.</summary>
internal sealed class EarlyAdopters
{
    private readonly HashSet<string> _names;
    private readonly PatternProgram[] _patterns;

    private EarlyAdopters(HashSet<string> names, PatternProgram[] patterns)
    {
        _names = names;
        _patterns = patterns;
    }

    /// <summary>Compiles the patterns; one that can't be compiled is refused. A pattern that is a plain text is a name.</summary>
    public static Parsed<EarlyAdopters> From(IEnumerable<string> names, IReadOnlyList<string> patterns)
    {
        var all = new HashSet<string>(names, StringComparer.Ordinal);
        var others = new List<Pattern>();
        foreach (var text in patterns)
        {
            if (Pattern.IsPlain(text))
            {
                all.Add(text);
                continue;
            }

            var pattern = Pattern.Parse(text);
            if (pattern.Error is not null)
                return Parsed<EarlyAdopters>.Failed(pattern.Error);

            if (pattern.Value.PlainText is { } name)
                all.Add(name);
            else
                others.Add(pattern.Value);
        }

        return new EarlyAdopters(all, PatternProgram.Compile(others));
    }

    /// <summary>Costs one look-up, plus time linear in the key and in the size of the patterns. Never allocates.</summary>
    public bool Contain(string key)
    {
        if (_names.Contains(key))
            return true;

        foreach (var pattern in _patterns)
        {
            if (pattern.IsMatch(key))
                return true;
        }

        return false;
    }
}
