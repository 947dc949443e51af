namespace Slowroll.Schemas.Model;

/// <summary>The ids of the rules that a config is held against.</summary>
public static class DriftRules
{
    /// <summary>The text is not JSON, or no object.</summary>
    public const string NotJson = "SLOW3001";

    /// <summary>The schema doesn't know a flag or a section.</summary>
    public const string Undeclared = "SLOW3002";

    /// <summary>The config doesn't have what the schema declares.</summary>
    public const string Missing = "SLOW3003";

    /// <summary>A value isn't of the type that the schema declares.</summary>
    public const string WrongType = "SLOW3004";

    /// <summary>A rollout can't be read.</summary>
    public const string UnreadableRollout = "SLOW3005";

    /// <summary>A rollout is over.</summary>
    public const string Finished = "SLOW3006";

    /// <summary>A rollout has a field that nobody reads.</summary>
    public const string UnknownField = "SLOW3007";

    /// <summary>A name is given twice.</summary>
    public const string DuplicateName = "SLOW3008";

    /// <summary><c>stable</c> and <c>new</c> are one value.</summary>
    public const string EqualValues = "SLOW3009";

    /// <summary>Hosts lose <c>new</c> when a config follows on an earlier one.</summary>
    public const string TakesAway = "SLOW3010";

    /// <summary>The original slowroll can't read it.</summary>
    public const string NotForPython = "SLOW3011";

    /// <summary>The project doesn't say, or not so that it can be read, what the config is held against.</summary>
    public const string Unclear = "SLOW3012";

    /// <summary>A rollout says something that nobody gets.</summary>
    public const string NoEffect = "SLOW3013";
}
