using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>What was meant by the names that nobody knows. Whom one of them means isn't missing: that would be the same mistake
/// told twice.</summary>
/// <param name="known">The names that there are.</param>
internal sealed class NameSuggestions(IEnumerable<string> known)
{
    // Where more are unknown, they are no misspelled of the finger, and every one of them would be held against every other.
    private const int MostSuggestions = 20;

    private readonly HashSet<string> _meant = new(StringComparer.Ordinal);
    private int _asked;

    /// <summary>What is added to a message where one of the names there are may be meant; and remembers which one.</summary>
    public string DidYouMean(string name)
    {
        var near = _asked++ < MostSuggestions ? NearestName.Of(name, known).FirstOrDefault() : null;
        if (near is not null)
        {
            _meant.Add(near);
        }

        return NearestName.Question(near);
    }

    /// <summary>Whether an unknown name stands for this one.</summary>
    public bool Contains(string name) => _meant.Contains(name);
}
