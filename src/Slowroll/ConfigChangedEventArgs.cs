namespace Slowroll;

/// <summary>What a new config changed. A flag is changed when its text is, white space and comments aside.</summary>
public sealed class ConfigChangedEventArgs : EventArgs
{
    internal ConfigChangedEventArgs(
        IReadOnlyList<FlagName> added, IReadOnlyList<FlagName> removed, IReadOnlyList<FlagName> changed) =>
        (Added, Removed, Changed) = (added, removed, changed);

    /// <summary>Flags that the config before didn't have.</summary>
    public IReadOnlyList<FlagName> Added { get; }

    /// <summary>Flags that the new config doesn't have any more.</summary>
    public IReadOnlyList<FlagName> Removed { get; }

    /// <summary>Flags whose rollout is another one now.</summary>
    public IReadOnlyList<FlagName> Changed { get; }
}
