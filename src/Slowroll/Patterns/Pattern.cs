using System.Text;
using Slowroll.Texts;

namespace Slowroll.Patterns;

/// <summary>A pattern for whole keys, within the limits of one pattern.</summary>
internal sealed class Pattern
{
    private Pattern(string text, PatternNode root, IReadOnlyCollection<string> caselessClasses)
    {
        CaselessClasses = caselessClasses;
        Text = text;
        Root = root;
        PlainText = PlainTextOf(root);
        Cost = PlainText is null ? Math.Max((int)root.Size, PatternLimits.SmallestCost) : 0;
    }

    private Pattern(string plainText) =>
        (Text, PlainText, Root, CaselessClasses) = (plainText, plainText, PatternNode.Empty, []);

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>What it reads; of a plain text, which needs no automaton, it may be empty.</summary>
    public PatternNode Root { get; }

    /// <summary>The one key that fits, if there is only one: it needs no automaton.</summary>
    public string? PlainText { get; }

    /// <summary>What it takes of the budget of a config.</summary>
    public int Cost { get; }

    /// <summary>Its classes for which .NET is asked what is the other case of what; single letters of ASCII are not counted.</summary>
    public IReadOnlyCollection<string> CaselessClasses { get; }

    /// <summary>Whether a text has no operator, so that it is a plain one without being read.</summary>
    public static bool IsPlain(string text) => text.Length <= PatternLimits.LongestPattern && !HasOperator(text, orEscape: true);

    /// <summary>Whether it is a plain text that has escapes at most, which is soon found out.</summary>
    public static bool IsEscaped(string text) =>
        text.Length <= PatternLimits.LongestPattern && !HasOperator(text, orEscape: false) && Parse(text) is { Error: null, Value.PlainText: not null };

    /// <summary>Reads a pattern, and compiles nothing.</summary>
    public static Parsed<Pattern> Parse(string text)
    {
        if (IsPlain(text))
            return new Pattern(text);

        var root = PatternParser.Parse(text);
        return root.Error is { } error
            ? Parsed<Pattern>.Failed($"The early adopter pattern '{OneLine.Of(text)}' can't be used: {OneLine.Escaped(error)}")
            : new Pattern(text, root.Value.Root, root.Value.CaselessClasses);
    }

    // What means more than itself in .NET's syntax.
    private static bool HasOperator(string text, bool orEscape)
    {
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\' when !orEscape:
                    at++;
                    break;
                case '\\' or '*' or '+' or '?' or '|' or '{' or '[' or '(' or ')' or '^' or '$' or '.':
                    return true;
            }
        }

        return false;
    }

    private static string? PlainTextOf(PatternNode root)
    {
        var text = new StringBuilder();
        return AppendPlain(root, text) ? text.ToString() : null;
    }

    private static bool AppendPlain(PatternNode node, StringBuilder text)
    {
        switch (node)
        {
            case CharNode one:
                text.Append(one.Value);
                return true;
            case SequenceNode sequence:
                return sequence.Parts.All(part => AppendPlain(part, text));
            default:
                return node == PatternNode.Empty;
        }
    }
}
