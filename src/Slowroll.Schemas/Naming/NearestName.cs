using Slowroll.Texts;

namespace Slowroll.Schemas.Naming;

/// <summary>Finds the names that are similar to a name that doesn't exist.</summary>
internal static class NearestName
{
    /// <summary>The similar candidates, the nearest first.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">The existing names.</param>
    public static IEnumerable<string> Of(string name, IEnumerable<string> candidates) => candidates
        // The distance is at least that, and this is cheaper.
        .Where(candidate => NameDistance.IsNear(name, Math.Abs(candidate.Length - name.Length)))
        .Select(candidate => (Name: candidate, Distance: NameDistance.Between(name, candidate)))
        .Where(candidate => NameDistance.IsNear(name, candidate.Distance))
        .OrderBy(candidate => candidate.Distance)
        .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
        .Select(candidate => candidate.Name);

    /// <summary>The question "did you mean ...?" for a message, if a candidate is similar.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">The existing names.</param>
    public static string Question(string name, IEnumerable<string> candidates) =>
        Question(Of(name, candidates).FirstOrDefault());

    /// <summary>The same for a name that was found; empty for null.</summary>
    /// <param name="near">The similar name.</param>
    public static string Question(string? near) => near is null ? "" : $" (did you mean '{MessageText.Of(near)}'?)";
}
