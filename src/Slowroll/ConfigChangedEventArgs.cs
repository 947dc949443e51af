namespace Slowroll;

/// <summary>What a new config changed. A flag counts as changed if its text is, apart from white space and
/// comments.</summary>
public sealed class ConfigChangedEventArgs : EventArgs
{
    internal ConfigChangedEventArgs(
        IReadOnlyList<FlagName> added, IReadOnlyList<FlagName> removed, IReadOnlyList<FlagName> changed) =>
        (Added, Removed, Changed) = (added, removed, changed);

    /// <summary>Flags that the earlier config didn't have.</summary>
    public IReadOnlyList<FlagName> Added { get; }

    /// <summary>Flags that the new config doesn't have any more.</summary>
    public IReadOnlyList<FlagName> Removed { get; }

    /// <summary>Flags whose rollout has changed.</summary>
    public IReadOnlyList<FlagName> Changed { get; }
}
