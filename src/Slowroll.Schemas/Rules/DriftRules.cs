namespace Slowroll.Schemas.Rules;

/// <summary>The rules about a config and its schema.</summary>
internal static class DriftRules
{
    /// <summary>The text is not JSON, or no object.</summary>
    public static readonly Rule NotJson = new("SLOW3001", RuleSeverity.Error)
    {
        Title = "The config can't be read",
        Message = "The config can't be read: {0}",
        Description = "The running program would reject this config and keep the last good one.",
    };

    /// <summary>The schema doesn't declare a flag or a section.</summary>
    public static readonly Rule Undeclared = new("SLOW3002", RuleSeverity.Warning)
    {
        Title = "The schema doesn't declare a flag or a section",
        Message = "{0} does not declare the {1}{2}; declare it there, or remove it here",
        Description = "The config has a flag or a section that is not in the generated class.",
    };

    /// <summary>The config doesn't have what the schema declares.</summary>
    public static readonly Rule Missing = new("SLOW3003", RuleSeverity.Info)
    {
        Title = "The config doesn't have a declared flag",
        Message = "{0} is declared in {1} and not in this config, so every host gets the default",
        Description = "The schema declares a flag or a section that the config doesn't have.",
    };

    /// <summary>A value isn't of the type that the schema declares.</summary>
    public static readonly Rule WrongType = new("SLOW3004", RuleSeverity.Error)
    {
        Title = "A value has the wrong type",
        Message = "{0} must be {1}; it is {2}",
        Description = "The running program can't use the value: every host gets the default of the flag.",
    };

    /// <summary>A rollout can't be read.</summary>
    public static readonly Rule UnreadableRollout = new("SLOW3005", RuleSeverity.Error)
    {
        Title = "The rollout can't be read",
        Message = "The rollout of flag '{0}' can't be read: {1}",
        Description = "In the running program, the flag would answer its default. Build and program read durations, "
            + "times, percentages and patterns with the same code.",
    };

    /// <summary>A rollout is over.</summary>
    public static readonly Rule Finished = new("SLOW3006", RuleSeverity.Info)
    {
        Title = "The rollout is finished",
        Message = "The rollout of flag '{0}' finished on {1}: {2}",
        Description = "As of SlowrollAsOf, and after SlowrollGracePeriod, every hash key stays on one side. The flag "
            + "can be removed.",
    };

    /// <summary>A rollout has a field that is not read.</summary>
    public static readonly Rule UnknownField = new("SLOW3007", RuleSeverity.Warning)
    {
        Title = "A field of the rollout is unknown",
        Message = "\"{0}\" of flag '{1}' is no {2} and is not read{3}",
        Description = "The field is misspelled, or the schema should declare it.",
    };

    /// <summary>A name is given twice.</summary>
    public static readonly Rule DuplicateName = new("SLOW3008", RuleSeverity.Warning)
    {
        Title = "A name is given twice",
        Message =
            "\"{0}\" is given twice in one object; the last one counts and the others are lost, so remove all but one",
        Description = "Of two members with one name the last one counts. Of two sections with one name, too, only the "
            + "last one counts.",
    };

    /// <summary><c>stable</c> and <c>new</c> are one value.</summary>
    public static readonly Rule EqualValues = new("SLOW3009", RuleSeverity.Info)
    {
        Title = "The stable and the new value are equal",
        Message = "'stable' and 'new' of flag '{0}' are equal, so the rollout changes nothing",
        Description = "Both sides of the rollout have the same value.",
    };

    /// <summary>Hosts lose <c>new</c> when a config replaces an earlier one.</summary>
    public static readonly Rule TakesAway = new("SLOW3010", RuleSeverity.Warning)
    {
        Title = "The config takes the new value away from hosts",
        Message = "Flag '{0}' takes 'new' away from {1} if it replaces '{2}'{3}; {4}",
        Description = "Hosts that have the new value by the earlier snapshot would go back to the old one.",
    };

    /// <summary>The original slowroll can't read it.</summary>
    public static readonly Rule NotForPython = new("SLOW3011", RuleSeverity.Info)
    {
        Title = "The original slowroll can't read the config",
        Message = "The original slowroll for Python can't read {0}; {1}",
        Description = "Slowroll for .NET reads comments, trailing commas and RFC 3339 times; the original does not. "
            + "For fleets that run both.",
        IsOn = false,
    };

    /// <summary>The project doesn't say what the config is checked against, or says it in a way that can't be
    /// read.</summary>
    public static readonly Rule Unclear = new("SLOW3012", RuleSeverity.Warning)
    {
        Title = "The config can't be checked completely",
        Message = "{0}",
        Description = "The project doesn't say, or says in a way that can't be read, which schema or which earlier "
            + "snapshot a config is checked against, or as of when.",
    };

    /// <summary>A part of a rollout changes no answer.</summary>
    public static readonly Rule NoEffect = new("SLOW3013", RuleSeverity.Warning)
    {
        Title = "A part of the rollout has no effect",
        Message = "\"{0}\" of flag '{1}' has no effect: {2}",
        Description = "The rollout can be read, but a part of it changes nothing for any hash key.",
    };

    /// <summary><c>end_time</c> isn't when the rollout ends.</summary>
    public static readonly Rule EndsLater = new("SLOW3014", RuleSeverity.Info)
    {
        Title = "The rollout ends later than its end_time",
        Message = "'end_time' of flag '{0}' is {1}, but {2}",
        Description = "Hours and freezes hold the share back, so 'end_time' is only the earliest end.",
    };

    /// <summary>No hash key can be in a wave.</summary>
    public static readonly Rule EmptyWave = new("SLOW3015", RuleSeverity.Warning)
    {
        Title = "No hash key can be in a wave",
        Message = "No hash key can be in 'waves[{0}]' of flag '{1}': {2}",
        Description = "The first wave whose audience contains the hash key counts, and early adopters are in none.",
    };

    /// <summary>Waves that should begin one after the other begin together.</summary>
    public static readonly Rule WavesTogether = new("SLOW3016", RuleSeverity.Warning)
    {
        Title = "Waves begin together",
        Message = "'waves[{0}]' of flag '{1}' begins on {2} together with 'waves[{3}]', though its 'after' is longer: "
            + "hours or a freeze hold back both until then; choose an 'after' that leads behind that instant",
        Description = "Waves with different 'after' get 'new' at one instant because of hours or a freeze.",
    };

    /// <summary>No wave uses an audience.</summary>
    public static readonly Rule UnusedAudience = new("SLOW3017", RuleSeverity.Warning)
    {
        Title = "No wave uses an audience",
        Message = "No wave of any flag uses the audience '{0}'; name it in a wave, or remove it",
        Description = "An audience counts only where a wave names it.",
    };

    /// <summary>A freeze without an end holds a flag before anybody moves.</summary>
    public static readonly Rule Standstill = new("SLOW3018", RuleSeverity.Info)
    {
        Title = "The rollout never moves",
        Message = "{0} never moves: a freeze of {1} has no 'until'; write it as soon as the rollout may begin",
        Description = "A freeze without 'until' holds the share where it is until somebody writes one.",
    };

    /// <summary>A field of a rollout is nearly a known one.</summary>
    public static readonly Rule MisspelledField = new("SLOW3019", RuleSeverity.Error)
    {
        Title = "A field of the rollout is misspelled",
        Message = "\"{0}\" of flag '{1}' is not read: it is nearly \"{2}\"; write \"{2}\", or another name",
        Description = "The running program ignores the field, so that the rollout is another one than was meant.",
    };

    /// <summary>Two rollouts reach the same hash keys first.</summary>
    public static readonly Rule SameOrder = new("SLOW3020", RuleSeverity.Info)
    {
        Title = "Two rollouts reach the same hash keys first",
        Message = "Flags '{0}' and '{1}' are rolled out at the same time, {2}, and neither has a \"salt\", so the "
            + "same hash keys get 'new' of both first; {3}",
        Description = "Without a salt, the order in which hash keys get 'new' is the same for all flags.",
    };

    /// <summary>The schema doesn't declare the settings that a config has.</summary>
    public static readonly Rule UndeclaredSettings = new("SLOW3021", RuleSeverity.Info)
    {
        Title = "The schema doesn't declare the settings of the config",
        Message = "{0} does not declare \"$slowroll\", so editors don't know what may stand in it; add {1} to its "
            + "\"properties\"",
        Description = "An editor completes and checks the settings of a config only if its schema declares them.",
    };

    /// <summary>A freeze is gone or shorter while a ramp that it held still runs.</summary>
    public static readonly Rule FreezeRemoved = new("SLOW3022", RuleSeverity.Error)
    {
        Title = "A freeze is gone or shorter while a flag that it held still runs",
        Message = "The freeze of {0} from {1} {2} if this config replaces {3}, so the share of {4} jumps ahead{5} as "
            + "if it had not stood still; keep the freeze, and write \"until\" into it{6}",
        Description = "Time that was frozen would count after all. A freeze is ended by 'until', and stays in the "
            + "config until the rollout is over.",
    };

    /// <summary>A rollback is gone, and hosts get <c>new</c> again.</summary>
    public static readonly Rule RollbackRemoved = new("SLOW3023", RuleSeverity.Error)
    {
        Title = "A rollback is gone, and hosts get the new value again",
        Message = "Flag '{0}' gives 'new' back to {1} if it replaces {2}, because the rollback {3}; keep the rollback, "
            + "or start again with a later \"start_time\" and no \"rollback\", in one edit",
        Description = "Hosts from which the new value was taken would get it again at once.",
    };

    /// <summary>An edit moves a share at once.</summary>
    public static readonly Rule ShareJumps = new("SLOW3024", RuleSeverity.Warning)
    {
        Title = "The edit moves the share of a flag at once",
        Message = "Flag '{0}' moves the share of {1} at once from {2} % to {3} % if it replaces {4}; let the share go "
            + "on from where it is, or check that this is intended",
        Description = "The share of the earlier config and that of the new one differ by more than one percentage "
            + "point at the instant of the edit.",
    };

    /// <summary>A rollback begins before the schedule does.</summary>
    public static readonly Rule RollbackBeforeStart = new("SLOW3025", RuleSeverity.Warning)
    {
        Title = "A rollback begins before the rollout starts",
        Message = "The rollback of {0} is from {1} on, and the schedule starts on {2}, so it gives 'new' to nobody; "
            + "remove the rollback, or let it begin later",
        Description = "From the instant of a rollback on nobody newly gets the new value.",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        NotJson, Undeclared, Missing, WrongType, UnreadableRollout, Finished, UnknownField, DuplicateName,
        EqualValues, TakesAway,
        NotForPython, Unclear, NoEffect,
        EndsLater, EmptyWave, WavesTogether, UnusedAudience, Standstill, MisspelledField, SameOrder, UndeclaredSettings,
        FreezeRemoved, RollbackRemoved, ShareJumps, RollbackBeforeStart,
    ];
}
