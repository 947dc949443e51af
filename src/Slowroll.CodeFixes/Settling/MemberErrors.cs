using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Settling;

/// <summary>Which members of a file the compiler refuses. A member goes by its number: rewriting adds and takes away none.</summary>
internal static class MemberErrors
{
    private const int TopLevel = -1;

    /// <summary>The member that a node is in.</summary>
    public static int MemberOf(SyntaxNode node) =>
        node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault() is { } member and not GlobalStatementSyntax
            ? Members(node.SyntaxTree.GetRoot()).TakeWhile(each => each != member).Count()
            : TopLevel;

    /// <summary>The members with errors that the same file did not have before.</summary>
    public static IReadOnlyList<int> New(SemanticModel before, SemanticModel after, CancellationToken cancellationToken)
    {
        var known = Count(before, cancellationToken);
        return [.. Count(after, cancellationToken)
            .Where(each => !known.TryGetValue(each.Key, out var count) || count < each.Value)
            .Select(each => each.Key.Member)
            .Distinct()];
    }

    private static Dictionary<(int Member, string Id), int> Count(SemanticModel model, CancellationToken cancellationToken)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        return model.GetDiagnostics(cancellationToken: cancellationToken)
            .Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error && diagnostic.Location.IsInSource)
            .GroupBy(diagnostic => (MemberOf(root.FindNode(diagnostic.Location.SourceSpan)), diagnostic.Id))
            .ToDictionary(group => group.Key, group => group.Count());
    }

    private static IEnumerable<MemberDeclarationSyntax> Members(SyntaxNode root) =>
        root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(member => member is not GlobalStatementSyntax);
}
