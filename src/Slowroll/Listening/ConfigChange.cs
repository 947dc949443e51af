using Slowroll.Documents;

namespace Slowroll.Listening;

/// <summary>A config has replaced the one in force before. The differences are computed at most once, when they are
/// asked for.</summary>
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

    /// <summary>This change and a later one, as one change.</summary>
    public ConfigChange Then(ConfigChange later) => new(before, later.After);

    private ConfigSnapshot After => after;
}
