using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Slowroll.CodeFixes.Code;

/// <summary>Comments and directives inside an expression. A fix keeps them or isn't offered.</summary>
internal static class InnerTrivia
{
    /// <summary>Whether there are any.</summary>
    public static bool IsIn(SyntaxNode node) => Of(node).Any();

    /// <summary>Whether the replacement has all of them, in the same order and with the same meaning.</summary>
    public static bool IsKept(SyntaxNode node, SyntaxNode replacement) =>
        Of(node).Select(trivia => trivia.ToString()).SequenceEqual(Of(replacement).Select(trivia => trivia.ToString()))
        && Of(replacement).All(HasItsLine);

    // Before the first token and after the last one they are kept anyway.
    private static IEnumerable<SyntaxTrivia> Of(SyntaxNode node) => node
        .DescendantTrivia()
        .Where(trivia => node.Span.Contains(trivia.Span)
            && trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia));

    // A comment up to the end of its line must not hide the code after it, and a directive must be at the beginning
    // of its line.
    private static bool HasItsLine(SyntaxTrivia trivia)
    {
        var token = trivia.Token;
        var at = token.LeadingTrivia.IndexOf(trivia);
        IEnumerable<SyntaxTrivia> before = at < 0
            ? []
            : token.GetPreviousToken().TrailingTrivia.Concat(token.LeadingTrivia.Take(at));
        var after = at < 0
            ? token.TrailingTrivia.Skip(token.TrailingTrivia.IndexOf(trivia) + 1)
            : token.LeadingTrivia.Skip(at + 1);
        return trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
            ? after.FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia)
            : !trivia.IsDirective || before.LastOrDefault(each => !each.IsKind(SyntaxKind.WhitespaceTrivia)) is var last
                && (last.IsKind(SyntaxKind.EndOfLineTrivia)
                    || last.IsDirective
                    || last.IsKind(SyntaxKind.DisabledTextTrivia));
    }
}
