using Slowroll.Grammar;
using Slowroll.Texts;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>Finds the field of a rollout that a name was meant to be.</summary>
internal static class MisspelledField
{
    /// <summary>The field whose name this one nearly is: one letter more, less, other or swapped, in another case, or
    /// with other characters between its words. Null if there is none.</summary>
    /// <param name="name">The name; one of a field means itself, and so nothing else.</param>
    public static string? Meant(string name) => RolloutFields.All.Contains(name)
        ? null
        : RolloutFields.All
            .Select(field => (Name: field, Distance: Distance(name, field)))
            .Where(field => field.Distance <= 1)
            .OrderBy(field => field.Distance)
            .Select(field => field.Name)
            .FirstOrDefault();

    private static int Distance(string name, string field) =>
        Math.Abs(name.Length - field.Length) > field.Length ? int.MaxValue
        : Joined(name).Equals(Joined(field), StringComparison.OrdinalIgnoreCase) ? 0
        : NameDistance.Between(name.Replace('-', '_'), field);

    // "early-adopter-patterns", "earlyAdopterPatterns": only what stands between the words differs.
    private static string Joined(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
