using Slowroll.Documents;

namespace Slowroll.Listening;

/// <summary>A config in force has taken the place of another one. What differs is found when somebody wants to know, once.</summary>
internal sealed class ConfigChange(ConfigSnapshot before, ConfigSnapshot after)
{
    private readonly Lazy<ConfigChangedEventArgs> _difference = new(() => SnapshotDifference.Between(before, after));
    private HashSet<FlagName>? _names;

    public ConfigChangedEventArgs Difference => _difference.Value;

    /// <summary>Whether anything differs.</summary>
    public bool IsAny => Difference is not { Added: [], Removed: [], Changed: [] };

    /// <summary>Whether a flag differs.</summary>
    public bool Concerns(FlagName flag) =>
        (_names ??= [.. Difference.Added, .. Difference.Removed, .. Difference.Changed]).Contains(flag);

    /// <summary>This change and a later one as one.</summary>
    public ConfigChange Then(ConfigChange later) => new(before, later.After);

    private ConfigSnapshot After => after;
}
