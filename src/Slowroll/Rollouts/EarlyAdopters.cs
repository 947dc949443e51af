using System.Text.RegularExpressions;

namespace Slowroll.Rollouts;

/// <summary>Who gets <c>new</c> at once: hash keys by name and by pattern.</summary>
internal sealed class EarlyAdopters
{
    private readonly HashSet<string> _names;
    private readonly Regex[] _patterns;

    private EarlyAdopters(HashSet<string> names, Regex[] patterns)
    {
        _names = names;
        _patterns = patterns;
    }

    /// <summary>Compiles the patterns; one that can't be compiled is refused.</summary>
    public static Parsed<EarlyAdopters> From(IEnumerable<string> names, IReadOnlyList<string> patterns)
    {
        var compiled = new Regex[patterns.Count];
        for (var i = 0; i < compiled.Length; i++)
        {
            var pattern = AdopterPattern.Compile(patterns[i]);
            if (pattern.Error is not null)
                return Parsed<EarlyAdopters>.Failed(pattern.Error);
            compiled[i] = pattern.Value;
        }

        return new EarlyAdopters(new HashSet<string>(names, StringComparer.Ordinal), compiled);
    }

    /// <summary>Costs one look-up, plus time linear in the key for each pattern.</summary>
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
