using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Slowroll.Patterns;

/// <summary>Asks .NET which characters are in a class: letters, digits, scripts, and what is the other case of what.</summary>
/// <remarks>The tables of Unicode are .NET's, so that a pattern means here what it means there. A class is asked for once: an
/// automaton takes the answer with it, and a read never comes here.</remarks>
internal static class KnownSets
{
    // More than one config can need. The names are finitely many, and classes that ignore case could be anything.
    private const int Kept = 1_000;

    private static readonly ConcurrentDictionary<string, char[]> Sets = new(StringComparer.Ordinal);

    // Every character there is, in order: then runs of a match are ranges of the class.
    private static readonly Lazy<string> Everything = new(() =>
    {
        var all = new char[char.MaxValue + 1];
        for (var i = 0; i < all.Length; i++)
            all[i] = (char)i;
        return new string(all);
    });

    /// <summary>Whether .NET knows a name such as <c>Lu</c> or <c>IsGreek</c>.</summary>
    public static bool IsProperty(string name)
    {
        var escape = $@"\p{{{name}}}";
        if (Sets.ContainsKey(escape))
            return true;

        try
        {
            Find(escape);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The ranges of a class: the first and the last character of each in turn, in order.</summary>
    /// <param name="text">The class as a pattern of .NET for one character.</param>
    public static char[] Find(string text)
    {
        if (Sets.TryGetValue(text, out var known))
            return known;

        var found = Ask(text);
        if (Sets.Count >= Kept)
            Sets.Clear();
        Sets[text] = found;
        return found;
    }

    private static char[] Ask(string text)
    {
        var runs = new Regex($"{text}+", RegexOptions.CultureInvariant);
        var bounds = new List<char>();
#if NET
        foreach (var run in runs.EnumerateMatches(Everything.Value))
#else
        foreach (Match run in runs.Matches(Everything.Value))
#endif
        {
            bounds.Add((char)run.Index);
            bounds.Add((char)(run.Index + run.Length - 1));
        }

        return bounds.ToArray();
    }
}
