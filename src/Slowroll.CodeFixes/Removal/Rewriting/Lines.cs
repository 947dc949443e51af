using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>Keeps spaces, line breaks and comments in the style of the file.</summary>
internal static class Lines
{
    /// <summary>The indentation of the line on which a node begins.</summary>
    public static string IndentOf(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart(' ', '\t').Length);
    }

    public static SyntaxTrivia NewLineOf(SyntaxNode node) => node.SyntaxTree.GetRoot().DescendantTrivia()
        .FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } found
            ? found
            : SyntaxFactory.LineFeed;

    public static bool IsBlank(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia;

    public static IEnumerable<SyntaxTrivia> Comments(params SyntaxTriviaList[] lists) =>
        lists.SelectMany(list => list).Where(trivia => !IsBlank(trivia));

    /// <summary>A node with that trivia above it.</summary>
    public static T Above<T>(T node, IEnumerable<SyntaxTrivia> above)
        where T : SyntaxNode => node.WithLeadingTrivia(SyntaxFactory.TriviaList(above));

    /// <summary>A token with that trivia above it.</summary>
    public static SyntaxToken Above(SyntaxToken token, IEnumerable<SyntaxTrivia> above) =>
        token.WithLeadingTrivia(SyntaxFactory.TriviaList(above));

    /// <summary>The comments above a place that are separated from it by a blank line.</summary>
    public static SyntaxTriviaList Apart(SyntaxTriviaList above)
    {
        var end = 0;
        for (var i = 1; i < above.Count; i++)
        {
            if (above[i].IsKind(SyntaxKind.EndOfLineTrivia) && above.Take(i)
                .Reverse()
                .SkipWhile(each => each.IsKind(SyntaxKind.WhitespaceTrivia))
                .FirstOrDefault()
                .IsKind(SyntaxKind.EndOfLineTrivia))
            {
                end = i;
            }
        }

        var apart = above.Take(end).ToList();
        return SyntaxFactory.TriviaList(apart.TrueForAll(IsBlank) ? [] : apart);
    }

    /// <summary>What is kept of the trivia above a removed place: directives, and comments that are separated from
    /// it.</summary>
    public static IEnumerable<SyntaxTrivia> Remaining(SyntaxTriviaList above) => above.Any(trivia => trivia.IsDirective)
        ? above.Reverse().SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse()
        : Apart(above);

    /// <summary>The same with each directive at the beginning of a line, also if the statement that ended the line
    /// before was removed.</summary>
    public static SyntaxNode WithDirectivesFirst(SyntaxNode root)
    {
        if (!root.ContainsDirectives)
        {
            return root;
        }

        var parted = root.DescendantTokens().Where(token =>
            token.LeadingTrivia.FirstOrDefault(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)).IsDirective
            && token.GetPreviousToken() is var before
            && !before.IsKind(SyntaxKind.None)
            && !before.TrailingTrivia.Reverse().Take(1).Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
        return root.ReplaceTokens(
            parted, (old, token) => token.WithLeadingTrivia(token.LeadingTrivia.Insert(0, NewLineOf(root))));
    }

    /// <summary>Whether a blank line is above a place.</summary>
    public static bool BeginsBlank(SyntaxTriviaList above) =>
        above.TakeWhile(IsBlank).Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    /// <summary>The same without blank lines at its beginning.</summary>
    public static SyntaxTriviaList WithoutBlankLines(SyntaxTriviaList above)
    {
        var first = above.TakeWhile(IsBlank)
            .ToList()
            .FindLastIndex(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return SyntaxFactory.TriviaList(above.Skip(first + 1));
    }

    /// <summary>A node with another indentation.</summary>
    public static T Shift<T>(T node, string from, string to) where T : SyntaxNode
    {
        if (from == to)
        {
            return node;
        }

        Dictionary<SyntaxToken, SyntaxTriviaList> shifted = [];
        var isNewLine = true;
        foreach (var token in node.DescendantTokens())
        {
            if (token.HasLeadingTrivia && Shift(token.LeadingTrivia, isNewLine, from, to) is { } leading)
            {
                shifted.Add(token, leading);
            }

            isNewLine = token.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        }

        return node.ReplaceTokens(shifted.Keys, (token, _) => token.WithLeadingTrivia(shifted[token]));
    }

    /// <summary>The same for the trivia above a node.</summary>
    public static SyntaxTriviaList Shift(SyntaxTriviaList above, string from, string to) =>
        Shift(above, isNewLine: true, from, to) ?? above;

    private static SyntaxTriviaList? Shift(SyntaxTriviaList above, bool isNewLine, string from, string to)
    {
        List<SyntaxTrivia> shifted = [];
        foreach (var trivia in above)
        {
            var text = isNewLine && trivia.IsKind(SyntaxKind.WhitespaceTrivia) ? trivia.ToString() : null;
            shifted.Add(text?.StartsWith(from, StringComparison.Ordinal) is true
                ? SyntaxFactory.Whitespace(to + text.Substring(from.Length))
                : trivia);
            isNewLine = trivia.IsKind(SyntaxKind.EndOfLineTrivia);
        }

        return above.SequenceEqual(shifted) ? null : SyntaxFactory.TriviaList(shifted);
    }
}
