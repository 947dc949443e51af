using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>Adds comments where a person must continue.</summary>
internal static class Notes
{
    public static SyntaxNode Add(SyntaxNode root, string note) => root.ReplaceNodes(
        root.GetAnnotatedNodes(Marks.Left).Select(PlaceFor).OfType<SyntaxNode>().Distinct(),
        (old, node) => old.GetLeadingTrivia().Any(trivia => trivia.ToString() == note) ? node : Lines.Above(node,
        [
            .. node.GetLeadingTrivia(),
            SyntaxFactory.Comment(note),
            Lines.NewLineOf(old),
            .. node.GetLeadingTrivia().Reverse().Take(1).Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)),
        ]));

    // The nearest statement or member that begins its line.
    private static SyntaxNode? PlaceFor(SyntaxNode node) => node.AncestorsAndSelf().FirstOrDefault(each =>
        each is StatementSyntax and not BlockSyntax or MemberDeclarationSyntax
        && each.GetFirstToken().GetPreviousToken() is var before
        && (before.IsKind(SyntaxKind.None) || before.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)));
}
