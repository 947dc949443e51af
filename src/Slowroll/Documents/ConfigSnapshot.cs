using System.Collections.Concurrent;
using Slowroll.Evaluating;

namespace Slowroll.Documents;

/// <summary>One parsed config: where each flag's text lies, and the rules made of those that were asked for. Immutable to
/// everybody who looks at it; the live config swaps snapshots whole.</summary>
internal sealed class ConfigSnapshot(
    ReadOnlyMemory<byte> utf8Json,
    Dictionary<string, Dictionary<string, Range>> sections,
    Func<string, uint> hasher,
    IReadOnlyDictionary<int, string>? refusedPatterns = null)
{
    // Readers that are made anew for each question would be remembered without end.
    private const int MostReadersPerFlag = 4;

    private readonly ConcurrentDictionary<(FlagName Flag, object Reader), Rule> _rules = new();

    /// <summary>A config without a flag, as stands in before one could be had.</summary>
    public static ConfigSnapshot Empty { get; } = new(default, [], Hashers.Sha1);

    public ReadOnlyMemory<byte> Utf8Json => utf8Json;

    /// <summary>Where flags are noted that are asked for and aren't there; null where nobody wants to know.</summary>
    public MissedFlags? Missed { get; set; }

    public IEnumerable<FlagName> Flags =>
        sections.SelectMany(section => section.Value.Keys.Select(key => new FlagName(section.Key, key)));

    /// <summary>The names of the sections that have flags.</summary>
    public IEnumerable<string> Sections => sections.Where(section => section.Value.Count > 0).Select(section => section.Key);

    /// <summary>The names of a section's flags; null if the config has no such section.</summary>
    public IEnumerable<string>? FlagsOf(string section) => sections.GetValueOrDefault(section)?.Keys;

    /// <summary>The flags that were asked for, how their values were read, and the rules that came of it.</summary>
    public IEnumerable<(FlagName Flag, object Reader, Rule Rule)> FoundRules => _rules
        .Take(MostReadersPerFlag * sections.Sum(section => section.Value.Count))
        .Select(found => (found.Key.Flag, found.Key.Reader, found.Value));

    /// <summary>A flag's text, if the config has the flag.</summary>
    public bool TryGetText(FlagName flag, out ReadOnlySpan<byte> text)
    {
        if (sections.TryGetValue(flag.Section, out var flags) && flags.TryGetValue(flag.Key, out var range))
        {
            text = utf8Json.Span[range];
            return true;
        }

        text = default;
        return false;
    }

    /// <summary>A flag's rule, made the first time it is asked for; null if the config has no such flag.</summary>
    /// <param name="flag">The flag's names.</param>
    /// <param name="reader">How its values are read.</param>
    /// <param name="fault">What there is to log of a flag that is there, if this was the first time; else null.</param>
    public Rule<T>? RuleOf<T>(FlagName flag, FlagValueReader<T> reader, out string? fault)
    {
        fault = null;
        if (_rules.TryGetValue((flag, reader), out var known))
            return (Rule<T>)known;

        // What isn't there is not remembered: the names may be anything, and without end.
        if (!TryGetText(flag, out var text))
        {
            Missed?.Note(flag);
            return null;
        }

        var made = RuleFactory.Make(text, reader, hasher, PatternRefusalOf(flag));
        var kept = (Rule<T>)_rules.GetOrAdd((flag, reader), made);
        if (ReferenceEquals(made, kept))
            fault = made.Complaint;
        return kept;
    }

    // Why the flag's patterns are beyond what all patterns of the config may cost; null if they aren't.
    private string? PatternRefusalOf(FlagName flag) => refusedPatterns?.GetValueOrDefault(sections[flag.Section][flag.Key].Start.Value);
}
