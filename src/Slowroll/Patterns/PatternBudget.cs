namespace Slowroll.Patterns;

/// <summary>What all patterns of a config may cost together. It is spent in the order of the document, so that every
/// host and the build reject the same patterns: the first one that exceeds it, and all that follow except plain
/// texts.</summary>
internal sealed class PatternBudget
{
    private static readonly string TooManySteps =
        "An early adopter pattern is beyond the limit of its config: all patterns may "
            + $"have {PatternLimits.InWords(PatternLimits.AllPatterns)} steps together, "
        + "and this one and those before it have more; plain texts have none.";

    private static readonly string TooManyClasses =
        "An early adopter pattern is beyond the limit of its config: all patterns may "
            + $"have {PatternLimits.InWords(PatternLimits.CaselessClasses)} different classes "
        + "that ignore case, and this one and those before it have more.";

    private static readonly string TooManyMistakes =
        $"An early adopter pattern is not looked at: {PatternLimits.InWords(PatternLimits.UnreadablePatterns)} before "
            + "it in the config can't be read.";

    private readonly HashSet<string> _caselessClasses = new(StringComparer.Ordinal);
    private int _left = PatternLimits.AllPatterns;
    private int _unreadable;

    // When it is set, no pattern is read any more: otherwise a config with very many patterns would take very long.
    private string? _isSpent;

    /// <summary>Spends what a pattern costs.</summary>
    /// <returns>Why the pattern is rejected, in a sentence that is the same for all patterns rejected for that reason.
    /// Null if it isn't rejected, and also for a text that is no pattern: that is found when it is read.</returns>
    public string? Spend(string text)
    {
        if (Pattern.IsPlain(text))
            return null;
        if (_isSpent is not null)
            return Pattern.IsEscaped(text) ? null : _isSpent;

        if (Pattern.Parse(text) is not { Error: null, Value: var pattern })
        {
            _isSpent = ++_unreadable < PatternLimits.UnreadablePatterns ? null : TooManyMistakes;
            return null;
        }

        _left -= pattern.Cost;
        _caselessClasses.UnionWith(pattern.CaselessClasses);
        return _isSpent = _left < 0 ? TooManySteps
            : _caselessClasses.Count > PatternLimits.CaselessClasses ? TooManyClasses
            : null;
    }
}
