namespace Slowroll.Tool.Comparing;

/// <summary>Who gains and who loses <c>new</c> at the instant at which a config is published.</summary>
/// <param name="Gains">Those who gain it.</param>
/// <param name="Loses">Those who lose it.</param>
internal sealed record Switches(Switched Gains, Switched Loses)
{
    /// <summary>Nobody switches.</summary>
    public static Switches None { get; } = new(Switched.Nobody, Switched.Nobody);
}

/// <summary>Those who switch in one direction.</summary>
internal sealed record Switched
{
    /// <summary>How many names are kept; all are counted.</summary>
    public const int MostNames = 1_000;

    public static Switched Nobody { get; } = new();

    /// <summary>How many hosts of the list switch; null without a list.</summary>
    public int? Count { get; init; }

    /// <summary>The names of the first of them; without a list those that the configs name.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Without a list: the groups of which a share switches.</summary>
    public IReadOnlyList<SwitchedShare> Shares { get; init; } = [];

    /// <summary>Without a list: texts of who else may switch, which depends on the hosts.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Whether somebody switches, or may.</summary>
    public bool IsAnybody => Count is > 0 || Names.Count + Shares.Count + Others.Count > 0;
}

/// <summary>A share of a group switches.</summary>
/// <param name="Group">Who they are.</param>
/// <param name="Share">How much of the group, as a fraction of 1.</param>
/// <param name="IsKnown">Whether such hosts are known to be there; else it depends on the hosts.</param>
internal sealed record SwitchedShare(string Group, double Share, bool IsKnown);
