using System.Globalization;
using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Generators.Tests.Drift;

/// <summary>Checks a config against an earlier one, as the build and the command do.</summary>
internal static class EditTest
{
    private static readonly string[] AboutOneConfig =
    [
        "SLOW3006", "SLOW3011", "SLOW3013", "SLOW3014", "SLOW3015", "SLOW3016", "SLOW3017", "SLOW3018", "SLOW3020",
        "SLOW3021",
    ];

    /// <summary>The rules and messages about an edit, without those that ignore the earlier config.</summary>
    public static IReadOnlyList<string> Messages(string earlier, string later, string? asOf) =>
    [
        .. Find(earlier, later, asOf).Select(problem => $"{problem.Rule.Id} "
            + string.Format(CultureInfo.InvariantCulture, problem.Rule.Message, [.. problem.Arguments])),
    ];

    /// <summary>The ids of these rules.</summary>
    public static IReadOnlyList<string> Ids(string earlier, string later, string? asOf) =>
        [.. Find(earlier, later, asOf).Select(problem => problem.Rule.Id)];

    /// <summary>What stands in the later config where these rules are reported.</summary>
    public static IReadOnlyList<string> Places(string earlier, string later, string? asOf) =>
    [
        .. Find(earlier, later, asOf).Select(problem =>
            $"{problem.Rule.Id} {later[problem.Range.Start..problem.Range.End]}"),
    ];

    /// <summary>A config with one flag.</summary>
    /// <param name="flag">Its fields but the two values.</param>
    /// <param name="settings">The settings of the config.</param>
    public static string Config(string flag, string settings = "") =>
        $$"""{ "$slowroll": { {{settings}} }, "s": { "f": { "stable": 1, "new": 2, {{flag}} } } }""";

    private static IEnumerable<DriftProblem> Find(string earlier, string later, string? asOf)
    {
        ConfigDrift drift = new()
        {
            Config = ConfigDocument.Read(later),
            Schema = null,
            Settings = DriftSettings.Read(asOf, null),
            Earlier = new("live.json", ConfigDocument.Read(earlier)),
        };
        Assert.Empty(drift.FindInEarlier());
        return drift.Find().Where(problem => !AboutOneConfig.Contains(problem.Rule.Id));
    }
}
