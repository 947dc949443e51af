using Slowroll.Patterns;
using Slowroll.Rollouts;
using Slowroll.Texts;

namespace Slowroll.Tests;

/// <summary>Early adopters as a config names them.</summary>
internal static class AdoptersOf
{
    public static Parsed<EarlyAdopters> Texts(IEnumerable<string> names, IReadOnlyList<string> patterns)
    {
        var read = patterns.Select(Pattern.Parse).ToList();
        return read.FirstOrDefault(pattern => pattern.Error is not null) is { Error: { } error }
            ? Parsed<EarlyAdopters>.Failed(error)
            : new EarlyAdopters(names, [.. read.Select(pattern => pattern.Value)]);
    }
}
