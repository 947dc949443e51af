namespace Slowroll;

/// <summary>How a refresh ended.</summary>
public enum RefreshOutcome
{
    /// <summary>A new config came and is in force.</summary>
    Updated,

    /// <summary>The config in force is the newest: the source said so, or sent the same bytes.</summary>
    Unchanged,

    /// <summary>An answer came but can't be read as a config; the last good one stays. See
    /// <see cref="ConfigStatus.LastError"/>.</summary>
    Rejected,

    /// <summary>No answer came, or an error; the last good config stays. See
    /// <see cref="ConfigStatus.LastError"/>.</summary>
    Failed,
}
