using System.Text;
using Slowroll.Texts;

namespace Slowroll.Patterns;

/// <summary>A pattern for whole hash keys, within the limits of one pattern.</summary>
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

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>What it matches. It may be empty for a plain text, which needs no automaton.</summary>
    public PatternNode Root { get; }

    /// <summary>The hash key that it matches, if there is only one: then it needs no automaton.</summary>
    public string? PlainText { get; }

    /// <summary>What it costs of the budget of a config.</summary>
    public int Cost { get; }

    /// <summary>Its classes that ignore case, for which .NET is asked; single letters of ASCII are not
    /// counted.</summary>
    public IReadOnlyCollection<string> CaselessClasses { get; }

    /// <summary>Whether a text has no operator: then it is a plain text and need not be read as a pattern.</summary>
    public static bool IsPlain(string text) =>
        text.Length <= PatternLimits.LongestPattern && !HasOperator(text, orEscape: true);

    /// <summary>Whether it is a plain text that may have escapes. The check is quick.</summary>
    public static bool IsEscaped(string text) =>
        text.Length <= PatternLimits.LongestPattern
            && !HasOperator(text, orEscape: false)
            && Parse(text) is { Error: null, Value.PlainText: not null };

    /// <summary>Reads a pattern, and compiles nothing.</summary>
    public static Parsed<Pattern> Parse(string text)
    {
        if (IsPlain(text))
            return new Pattern(text);

        var root = PatternParser.Parse(text);
        return root.Error is { } error
            ? Parsed<Pattern>.Failed(
                $"The early adopter pattern '{OneLine.Of(text)}' can't be used: {OneLine.Escaped(error)}")
            : new Pattern(text, root.Value.Root, root.Value.CaselessClasses);
    }

    // Whether a text has a character that is an operator in .NET's syntax.
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
