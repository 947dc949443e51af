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
            try
            {
                compiled[i] = WholeKey(patterns[i]);
            }
            catch (Exception e) when (e is ArgumentException or NotSupportedException)
            {
                return Parsed<EarlyAdopters>.Failed(
                    $"The early adopter pattern '{patterns[i]}' can't be used: {e.Message} "
                    + "Patterns know neither look-around nor back-references.");
            }
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

    // Compiled alone first: "a)|(b" would only be complete inside the brackets that are put around it.
    private static Regex WholeKey(string pattern)
    {
        const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        _ = new Regex(pattern, Options);
        return new Regex($@"\A(?:{pattern})\z", Options);
    }
}
