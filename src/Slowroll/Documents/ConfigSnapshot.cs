using Slowroll.Grammar;

namespace Slowroll.Documents;

/// <summary>A config that was read: its bytes, and where in them the text of each flag is. Immutable; a live config
/// replaces one snapshot by another.</summary>
internal sealed class ConfigSnapshot(
    ReadOnlyMemory<byte> utf8Json,
    Dictionary<string, Dictionary<string, Range>> sections,
    ConfigSettings settings,
    IReadOnlyDictionary<int, string>? refusedPatterns = null)
{
    /// <summary>A config without a flag, as stands in before one could be had.</summary>
    public static ConfigSnapshot Empty { get; } = new(default, [], ConfigSettings.None);

    public ReadOnlyMemory<byte> Utf8Json => utf8Json;

    /// <summary>What the config says of all its flags together.</summary>
    public ConfigSettings Settings => settings;

    public IEnumerable<FlagName> Flags =>
        sections.SelectMany(section => section.Value.Keys.Select(key => new FlagName(section.Key, key)));

    /// <summary>The names of the sections that have flags.</summary>
    public IEnumerable<string> Sections =>
        sections.Where(section => section.Value.Count > 0).Select(section => section.Key);

    /// <summary>The names of a section's flags; null if the config has no such section.</summary>
    public IEnumerable<string>? FlagsOf(string section) => sections.GetValueOrDefault(section)?.Keys;

    /// <summary>How many flags there are.</summary>
    public int FlagCount => sections.Sum(section => section.Value.Count);

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

    /// <summary>Why a flag of this config is refused because its patterns exceed what all patterns of the config may
    /// cost; null if it isn't.</summary>
    public string? PatternRefusalOf(FlagName flag) =>
        refusedPatterns?.GetValueOrDefault(sections[flag.Section][flag.Key].Start.Value);
}
