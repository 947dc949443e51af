using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds the similar known name of each unknown name. A name that was suggested isn't reported as missing:
/// that would report one mistake twice.</summary>
/// <param name="known">The existing names.</param>
internal sealed class NameSuggestions(IEnumerable<string> known)
{
    // With more unknown names, they are no typing mistakes, and each would be compared with each other.
    private const int MostSuggestions = 20;

    private readonly HashSet<string> _meant = new(StringComparer.Ordinal);
    private int _asked;

    /// <summary>The question "did you mean ...?" for a message; the suggested name is remembered.</summary>
    public string DidYouMean(string name)
    {
        var near = _asked++ < MostSuggestions ? NearestName.Of(name, known).FirstOrDefault() : null;
        if (near is not null)
        {
            _meant.Add(near);
        }

        return NearestName.Question(near);
    }

    /// <summary>Whether this name was suggested for an unknown one.</summary>
    public bool Contains(string name) => _meant.Contains(name);
}
