using Slowroll.Documents;

namespace Slowroll.Schemas.Naming;

/// <summary>Finds what somebody meant who wrote a name that there isn't.</summary>
public static class NearestName
{
    /// <summary>The candidates that are a slip of the finger away, the nearest first; none where nothing is near.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">The names that there are.</param>
    public static IEnumerable<string> Of(string name, IEnumerable<string> candidates) => candidates
        .Where(candidate => NameDistance.IsNear(name, Math.Abs(candidate.Length - name.Length))) // no nearer than that, and cheaper to know
        .Select(candidate => (Name: candidate, Distance: NameDistance.Between(name, candidate)))
        .Where(candidate => NameDistance.IsNear(name, candidate.Distance))
        .OrderBy(candidate => candidate.Distance)
        .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
        .Select(candidate => candidate.Name);
}
