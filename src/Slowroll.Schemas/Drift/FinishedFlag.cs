using Slowroll.Schemas.Drift.Checks;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Schemas.Drift;

/// <summary>Finds finished flags, and the values that replace them in code.</summary>
internal static class FinishedFlag
{
    /// <summary>The finished flags of a config.</summary>
    /// <param name="config">The config.</param>
    /// <param name="settings">What the project says about time.</param>
    public static IReadOnlyList<DriftProblem> In(ConfigDocument config, DriftSettings settings)
    {
        DriftList finished = new();
        foreach (var flag in config.Flags)
        {
            if (settings.AsOf is not null && ConfigRolloutReader.Read(flag, null, new()) is { } rollout)
            {
                FinishedCheck.Check(rollout, settings, removedFrom: null, finished);
            }
        }

        return finished.All;
    }

    /// <summary>The value that everybody has, as a C# expression of the flag's type.</summary>
    /// <param name="section">The flag's section.</param>
    /// <param name="key">The flag's key.</param>
    /// <param name="schema">The schema that declares it.</param>
    /// <param name="configs">All configs of that schema: production may be finished while staging isn't.</param>
    /// <param name="settings">What the project says about time.</param>
    /// <returns>Null if the configs don't agree, or the schema doesn't declare the flag.</returns>
    public static string? ValueOf(
        string section, string key, DeclaredSchema schema, IReadOnlyList<ConfigDocument> configs,
        DriftSettings settings)
    {
        var type = schema.Sections.TryGetValue(section, out var declared)
            && declared.Flags.TryGetValue(key, out var flag) ? flag.Type : null;
        var values = configs
            .Select(config => config.Find(section, key) is { } found
                && FinishedCheck.SettledValue(found, settings) is { } value
                ? type?.Express(value)
                : null)
            .Distinct()
            .ToList();
        return values is [var only] ? only : null;
    }
}
