using Slowroll.Documents;

namespace Slowroll.Schemas.Naming;

/// <summary>Finds what somebody meant who wrote a name that there isn't.</summary>
public static class NearestName
{
    /// <summary>The candidates that are a misspelled of the finger away, the nearest first; none where nothing is near.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">The names that there are.</param>
    public static IEnumerable<string> Of(string name, IEnumerable<string> candidates) => candidates
        .Where(candidate => NameDistance.IsNear(name, Math.Abs(candidate.Length - name.Length))) // no nearer than that, and cheaper to know
        .Select(candidate => (Name: candidate, Distance: NameDistance.Between(name, candidate)))
        .Where(candidate => NameDistance.IsNear(name, candidate.Distance))
        .OrderBy(candidate => candidate.Distance)
        .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
        .Select(candidate => candidate.Name);

    /// <summary>What is added to a message where one of the candidates may be meant.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">The names that there are.</param>
    public static string Question(string name, IEnumerable<string> candidates) => Question(Of(name, candidates).FirstOrDefault());

    /// <summary>The same for a name that was found; empty for none.</summary>
    /// <param name="near">The name that may be meant.</param>
    public static string Question(string? near) => near is null ? "" : $" (did you mean '{MessageText.Of(near)}'?)";
}
