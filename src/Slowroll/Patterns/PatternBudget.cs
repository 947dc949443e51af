namespace Slowroll.Patterns;

/// <summary>What all patterns of a config may cost together. It is spent in the order of the document, so that every host, and
/// the build, refuses the same ones.</summary>
internal sealed class PatternBudget
{
    private readonly HashSet<string> _caselessClasses = new(StringComparer.Ordinal);
    private int _left = PatternLimits.AllPatterns;
    private int _unreadable;

    /// <summary>Takes a pattern's cost out of the budget.</summary>
    /// <returns>Why it can't: then it takes nothing. Null if it can, and for what is no pattern at all, which is told elsewhere.</returns>
    public string? Spend(string text)
    {
        if (_unreadable >= PatternLimits.UnreadablePatterns)
            return Pattern.Refusal(text, $"{PatternLimits.InWords(PatternLimits.UnreadablePatterns)} patterns before it in the config can't be read.");

        if (Pattern.Parse(text) is not { Error: null, Value: var pattern })
        {
            _unreadable++;
            return null;
        }

        if (pattern.Cost > _left)
        {
            return Pattern.Refusal(text, $"all patterns of a config may have {PatternLimits.InWords(PatternLimits.AllPatterns)} steps together, {PatternLimits.InWords(_left)} are left for it, "
                + $"and it takes {PatternLimits.InWords(pattern.Cost)}; plain texts take none.");
        }

        var classes = CaselessClassesOf(pattern.Root).Where(one => !_caselessClasses.Contains(one)).Distinct().ToList();
        if (_caselessClasses.Count + classes.Count > PatternLimits.CaselessClasses)
        {
            return Pattern.Refusal(text, $"all patterns of a config may have {PatternLimits.InWords(PatternLimits.CaselessClasses)} different classes that ignore case together, "
                + $"and with it they have more.");
        }

        _left -= pattern.Cost;
        _caselessClasses.UnionWith(classes);
        return null;
    }

    private static IEnumerable<string> CaselessClassesOf(PatternNode node) => node switch
    {
        ClassNode one => TextsOf(one.Value),
        SequenceNode sequence => sequence.Parts.SelectMany(CaselessClassesOf),
        ChoiceNode choice => choice.Choices.SelectMany(CaselessClassesOf),
        RepeatNode repeat => CaselessClassesOf(repeat.Part),
        _ => [],
    };

    private static IEnumerable<string> TextsOf(CharClass value)
    {
        for (var one = value; one is not null; one = one.Subtracted)
        {
            if (one.CaselessText is { } text && !one.IsAsciiLetter)
                yield return text;
        }
    }
}
