using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>What must be the same in a rewritten member besides its meaning: directives and the text between them,
/// iterators, and that its text is parsed as the tree that was made.</summary>
internal static class SameStructure
{
    public static bool IsIn(int member, SyntaxNode before, SyntaxNode after)
    {
        var (old, now) = (Origins.Member(before, member), Origins.Member(after, member));
        return Directives(old).SequenceEqual(Directives(now)) && Yielding(old).IsSubsetOf(Yielding(now));
    }

    /// <summary>The members whose text is parsed as another tree: two minus signs together are another
    /// operator.</summary>
    public static IReadOnlyCollection<int> Misread(
        IReadOnlyCollection<int> members, SyntaxNode before, SyntaxNode after)
    {
        var made = Members(after);
        var root = SyntaxFactory.ParseSyntaxTree(after.ToFullString(), (CSharpParseOptions)after.SyntaxTree.Options)
            .GetRoot();
        if (root.ContainsDiagnostics
            && root.GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error)
            && !before.ContainsDiagnostics)
        {
            return members; // a directive that isn't at the beginning of its line
        }

        var read = Members(root);
        return [.. made.Where((member, i) => members.Contains(Origins.MemberOf(member))
            && (read.Count != made.Count || !Parts(member).SequenceEqual(Parts(read[i])))).Select(Origins.MemberOf)];
    }

    private static IReadOnlyList<SyntaxNode> Members(SyntaxNode root) =>
        [root, .. root.DescendantNodes().Where(Origins.IsMember)];

    private static IEnumerable<string> Directives(SyntaxNode member) => member
        .DescendantTrivia(node => node == member || !Origins.IsMember(node))
        .Where(trivia => trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia))
        .Select(trivia => trivia.ToFullString().Trim());

    // Without its last yield, a method is no iterator any more.
    private static HashSet<int> Yielding(SyntaxNode member) =>
    [
        .. Origins.NodesOf(member).OfType<YieldStatementSyntax>()
            .Select(yielding => yielding.Ancestors().First(each => each is LocalFunctionStatementSyntax
                or AccessorDeclarationSyntax
                or CompilationUnitSyntax || Origins.IsMember(each)))
            .Select(method => Origins.Of(method) ?? Origins.TopLevel),
    ];

    private static IEnumerable<(SyntaxKind Kind, string Text)> Parts(SyntaxNode member) => member
        .DescendantNodesAndTokensAndSelf(node => node == member || !Origins.IsMember(node))
        .Where(each => !each.IsMissing
            && (each.IsToken || each.Span.Length > 0 && !each.IsKind(SyntaxKind.CompilationUnit)))
        .Select(each => (each.Kind(), each.IsToken ? each.AsToken().Text : ""));
}
