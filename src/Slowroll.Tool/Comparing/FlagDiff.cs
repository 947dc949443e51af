namespace Slowroll.Tool.Comparing;

/// <summary>How a flag differs in two configs.</summary>
internal enum FlagChange
{
    /// <summary>Only the later config has it.</summary>
    Added,

    /// <summary>Only the earlier config has it.</summary>
    Removed,

    /// <summary>Its text differs.</summary>
    Changed,

    /// <summary>Its text is the same; the settings of the config move it.</summary>
    Moved,

    /// <summary>Its text differs, and for every hash key at every instant it says the same.</summary>
    Reworded,
}

/// <summary>What an edit does to a flag.</summary>
internal sealed record FlagDiff
{
    public required string Section { get; init; }

    public required string Key { get; init; }

    /// <summary>Both versions.</summary>
    public required FlagEdit Edit { get; init; }

    /// <summary>How it differs.</summary>
    public required FlagChange Change { get; init; }

    /// <summary>The names of the fields that differ.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>Who switches at the instant of publishing.</summary>
    public required Switches Switches { get; init; }

    /// <summary>Whether an interpolated number goes back from <c>new</c>.</summary>
    public required bool GoesBack { get; init; }

    /// <summary>How values and schedule move, in sentences.</summary>
    public required IReadOnlyList<string> Moves { get; init; }

    /// <summary>The schedules of its groups.</summary>
    public required IReadOnlyList<ScheduleMove> Schedules { get; init; }

    /// <summary>Whether the edit takes <c>new</c> away from somebody, or may.</summary>
    public bool TakesNewAway => Switches.Loses.IsAnybody || GoesBack;
}
