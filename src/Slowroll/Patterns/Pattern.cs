using System.Text;
using Slowroll.Rollouts;
using Slowroll.Texts;

namespace Slowroll.Patterns;

/// <summary>A pattern for whole keys, within the limits of one pattern.</summary>
internal sealed class Pattern
{
    private Pattern(string text, PatternNode root)
    {
        Text = text;
        Root = root;
        PlainText = PlainTextOf(root);
        Cost = PlainText is null ? Math.Max((int)root.Size, PatternLimits.SmallestCost) : 0;
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    public PatternNode Root { get; }

    /// <summary>The one key that fits, if there is only one: it needs no automaton.</summary>
    public string? PlainText { get; }

    /// <summary>What it takes of the budget of a config.</summary>
    public int Cost { get; }

    /// <summary>Reads a pattern, and compiles nothing.</summary>
    public static Parsed<Pattern> Parse(string text)
    {
        var root = PatternParser.Parse(text);
        return root.Error is { } error ? Parsed<Pattern>.Failed(Refusal(text, error)) : new Pattern(text, root.Value);
    }

    /// <summary>Why a pattern can't be used, in a sentence that names it.</summary>
    public static string Refusal(string text, string why) => $"The early adopter pattern '{OneLine.Of(text)}' can't be used: {OneLine.Escaped(why)}";

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
