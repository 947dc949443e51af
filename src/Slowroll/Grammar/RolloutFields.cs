namespace Slowroll.Grammar;

/// <summary>The names of the fields of a rollout.</summary>
/// <remarks>This folder is compiled into the runtime and into the build-time half.</remarks>
internal static class RolloutFields
{
    public const string Stable = "stable";
    public const string New = "new";
    public const string EndTime = "end_time";
    public const string Duration = "duration";
    public const string StartPct = "start_pct";
    public const string EndPct = "end_pct";
    public const string EarlyAdopters = "early_adopters";
    public const string EarlyAdopterPatterns = "early_adopter_patterns";
    public const string StartTime = "start_time";
    public const string Steps = "steps";
    public const string Waves = "waves";
    public const string Hours = "hours";
    public const string Freezes = "freezes";
    public const string Rollback = "rollback";
    public const string Urgent = "urgent";
    public const string Salt = "salt";
    public const string Interpolate = "interpolate";

    public static readonly IReadOnlyList<string> All =
    [
        Stable, New, EndTime, Duration, StartPct, EndPct, EarlyAdopters, EarlyAdopterPatterns, Salt, Interpolate,
        StartTime, Steps, Waves, Hours, Freezes, Rollback, Urgent,
    ];
}
