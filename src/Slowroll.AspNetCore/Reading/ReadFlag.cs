using Slowroll.Planning.Page;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.AspNetCore.Reading;

/// <summary>A flag of a config, with everything that doesn't depend on the clock.</summary>
/// <param name="Flag">Its place in the config.</param>
/// <param name="Rollout">Its rollout; null if it has no <c>new</c>, or can't be read.</param>
/// <param name="Stable">The value that everybody gets, shortened; null unless it has no <c>new</c>.</param>
/// <param name="Faults">Why it can't be read, in sentences; empty if it can.</param>
internal sealed record ReadFlag(
    ConfigFlag Flag, ConfigRollout? Rollout, string? Stable, IReadOnlyList<string> Faults)
{
    private const int MostFaults = 3;

    /// <summary>Its section and its key, on one line.</summary>
    public string Name { get; } = Flag.Path;

    /// <summary>Its name, by which a program asks for it.</summary>
    public FlagName Key => new(Flag.Section, Flag.Key);

    /// <summary>Reads a flag as the running program does.</summary>
    public static ReadFlag Of(ConfigFlag flag)
    {
        DriftList problems = new();
        var rollout = ConfigRolloutReader.Read(flag, null, problems);
        List<string> faults = rollout is not null
            ? []
            : [.. problems.All.Take(MostFaults).Select(problem => problem.Arguments[1])];
        return new(flag, rollout, rollout is null && faults.Count == 0 ? StableOf(flag) : null, faults);
    }

    /// <summary>Whether its name has a text in it.</summary>
    public bool IsNamedLike(string part) => part.Length == 0
        || Name.Contains(part, StringComparison.OrdinalIgnoreCase)
        || Key.ToString().Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string? StableOf(ConfigFlag flag) =>
        (flag.Member.Value as Schemas.Json.JsonObject)?.Find(Grammar.RolloutFields.Stable) is { } stable
            ? FlagWords.Value(stable.Value)
            : null;
}
