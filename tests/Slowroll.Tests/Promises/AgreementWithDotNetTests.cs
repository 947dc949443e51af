using System.Text.RegularExpressions;
using Slowroll.Patterns;
using Slowroll.Tests.Patterns;

namespace Slowroll.Tests.Promises;

/// <summary>A pattern means what .NET's engine says: over thousands of random ones, and keys for each.</summary>
public class AgreementWithDotNetTests
{
    private const int Patterns = 2_000;

    /// <summary>All that .NET reads and we refuse, by what the refusal says.</summary>
    private static readonly string[] RefusedByUsAlone =
    [
        "steps.",                          // our limits are tighter
        "groups and classes within",
        "more than 1,000 characters",
        // "(?=a)?" and "(?!)" are no look-around to .NET: it leaves out what decides nothing.
        "neither look-around",
        "an atomic group",                 // so is "(?>a)" no atomic group
        @"It refers back with \",          // "\10" is an octal code to .NET where there is no tenth group; write \x08
        "starts with ]",                   // "[a-[]b]]" is read in two ways by .NET itself; write [a-[\]b]]
        "a name that is none",             // "(?<01>...)" is a name to .NET where there is a first group already
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_accepted_and_what_it_answers_is_as_in_DotNet(int seed) =>
        Assert.Empty(Differences(seed, Patterns).Take(20));

    [Fact]
    public void Most_random_patterns_can_be_compared_and_some_are_refused()
    {
        var random = new RandomPattern(seed: 4);
        var all = Enumerable.Range(0, 1_000).Select(_ => random.Next()).ToList();

        Assert.InRange(all.Count(one => Pattern.Parse(one.Pattern).Error is null), 500, 950);
        Assert.InRange(all.Count(one => AdoptersOf.Texts([], [one.Pattern]) is { Error: null, Value: var ours }
            && one.Keys.Any(ours.Contain)), 300, 900);
    }

    internal static IEnumerable<string> Differences(int seed, int count)
    {
        var random = new RandomPattern(seed);
        for (var i = 0; i < count; i++)
        {
            var (pattern, keys) = random.Next();
            if (Difference(pattern, keys) is { } difference)
                yield return difference;
        }
    }

    private static string? Difference(string pattern, string[] keys)
    {
        var theirs = DotNetPattern.TryRead(pattern);
        var ours = AdoptersOf.Texts([], [pattern]);
        if (ours.Error is { } error)
        {
            return theirs is null
                || Array.Exists(RefusedByUsAlone, words => error.Contains(words, StringComparison.Ordinal))
                ? null
                : $"{Shown(pattern)} is refused by us alone: {error}";
        }

        return theirs is null
            ? $"{Shown(pattern)} is refused by .NET alone"
            : keys.FirstOrDefault(key => ours.Value.Contain(key) != theirs.IsMatch(key))
                is { } key ? $"{Shown(pattern)} for {Shown(key)}: .NET says {theirs.IsMatch(key)}" : null;
    }

    private static string Shown(string text) =>
        $"\"{Regex.Replace(text, @"[^\x20-\x7e]", c => $@"\u{(int)c.Value[0]:x4}")}\"";
}
