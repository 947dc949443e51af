namespace Slowroll.Grammar;

/// <summary>The names of members inside the fields of a schedule, and of the settings of a config.</summary>
internal static class ScheduleFields
{
    /// <summary>The root member with the settings of a config.</summary>
    public const string Settings = "$slowroll";

    public const string Audiences = "audiences";
    public const string Keys = "keys";
    public const string Patterns = "patterns";
    public const string Audience = "audience";
    public const string After = "after";
    public const string Pct = "pct";
    public const string Over = "over";
    public const string Hold = "hold";
    public const string From = "from";
    public const string Until = "until";
    public const string Reason = "reason";

    /// <summary>How many waves a flag may have: a read asks one after the other.</summary>
    public const int MostWaves = 50;

    /// <summary>How many steps a schedule may have.</summary>
    public const int MostSteps = 100;

    /// <summary>How many freezes the config, a flag and a wave may have each: every wave keeps those of all
    /// three.</summary>
    public const int MostFreezes = 100;

    public static readonly IReadOnlyList<string> OfSettings = [Audiences, RolloutFields.Hours, RolloutFields.Freezes];

    public static readonly IReadOnlyList<string> OfAudience = [Keys, Patterns];

    public static readonly IReadOnlyList<string> OfStep = [Pct, Over, Hold];

    public static readonly IReadOnlyList<string> OfWave =
    [
        Audience, After, RolloutFields.Duration, RolloutFields.Steps, RolloutFields.StartPct, RolloutFields.EndPct,
        RolloutFields.Hours, RolloutFields.Freezes, RolloutFields.Rollback,
    ];

    public static readonly IReadOnlyList<string> OfFreeze = [From, Until, Reason];

    public static readonly IReadOnlyList<string> OfRollback = [From, Over];

    /// <summary>Whether a member is for people, and means nothing.</summary>
    public static bool IsComment(string name) => name == "$comment" || name.StartsWith("x-", StringComparison.Ordinal);
}
