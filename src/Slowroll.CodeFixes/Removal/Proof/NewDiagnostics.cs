using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>The members in which the compiler reports new errors or warnings.</summary>
internal sealed class NewDiagnostics(SemanticModel before, CancellationToken cancellationToken)
{
    private readonly Lazy<Dictionary<(int Member, string Id), int>> _known =
        new(() => Count(before, null, cancellationToken));

    public IReadOnlyCollection<int> Members(IReadOnlyCollection<int> members, SemanticModel after)
    {
        // For one member, only its code is compiled.
        var span = members.Count == 1 && members.First() is not Origins.TopLevel and var member
            ? Origins.Member(after.SyntaxTree.GetRoot(cancellationToken), member).FullSpan
            : (TextSpan?)null;
        return
        [
            .. Count(after, span, cancellationToken)
                .Where(each => !_known.Value.TryGetValue(each.Key, out var count) || count < each.Value)
                .Select(each => each.Key.Member),
        ];
    }

    /// <summary>The places in a member where it does.</summary>
    public IEnumerable<SyntaxNode> Places(int member, SemanticModel after)
    {
        var root = after.SyntaxTree.GetRoot(cancellationToken);
        return after.GetDiagnostics(Origins.Member(root, member).FullSpan, cancellationToken)
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info
                && !_known.Value.ContainsKey((member, diagnostic.Id)))
            .Select(diagnostic => root.FindNode(diagnostic.Location.SourceSpan));
    }

    private static Dictionary<(int Member, string Id), int> Count(
        SemanticModel model, TextSpan? span, CancellationToken cancellationToken)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        return model.GetDiagnostics(span, cancellationToken)
            .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info
                && diagnostic.Location.SourceTree == model.SyntaxTree)
            .GroupBy(diagnostic => (Origins.MemberOf(root.FindNode(diagnostic.Location.SourceSpan)), diagnostic.Id))
            .ToDictionary(group => group.Key, group => group.Count());
    }
}
