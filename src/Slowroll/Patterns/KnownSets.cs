using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Slowroll.Patterns;

/// <summary>Asks .NET which characters are in a class: letters, digits, scripts, and the other cases of
/// letters.</summary>
/// <remarks>The tables of Unicode are those of .NET, so that a pattern has the same meaning as in .NET. Each class is
/// asked for once: an automaton keeps the answer, and a read never calls this.</remarks>
internal static class KnownSets
{
    // More than one config can need. There is a limit because a class that ignores case can be any text.
    private const int Kept = 1_000;

    private static readonly ConcurrentDictionary<string, char[]> Sets = new(StringComparer.Ordinal);

    // Every character, in order: then each run of matching characters is a range of the class.
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
