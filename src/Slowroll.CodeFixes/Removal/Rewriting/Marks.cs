using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.CodeFixes.Removal.Proof;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>Marks on rewritten nodes: which value is known and by which read, what is left for a person, which local was in use.</summary>
internal static class Marks
{
    /// <summary>A place that could not be made simpler.</summary>
    public static readonly SyntaxAnnotation Left = new("slowroll.left");

    /// <summary>A declaration that something referred to.</summary>
    public static readonly SyntaxAnnotation Used = new("slowroll.used");

    private const string ReadKind = "slowroll.read";

    private static readonly SyntaxAnnotation True = new("slowroll.true"), False = new("slowroll.false"), Value = new("slowroll.value");

    /// <summary>A truth that follows from others.</summary>
    public static ExpressionSyntax Bool(bool truth, params IReadOnlyList<SyntaxNode> causes)
    {
        var literal = truth
            ? SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression).WithAdditionalAnnotations(True)
            : SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithAdditionalAnnotations(False);
        return literal.WithAdditionalAnnotations(causes.SelectMany(cause => cause.GetAnnotations(ReadKind)).Distinct());
    }

    /// <summary>The truth that was found out; what somebody wrote as <c>true</c> is theirs.</summary>
    public static bool? Truth(SyntaxNode? node) => node is null ? null
        : node.HasAnnotation(True) ? true
        : node.HasAnnotation(False) ? false
        : null;

    public static bool IsValue(SyntaxNode? node) => node?.HasAnnotation(Value) is true;

    public static bool IsKnown(SyntaxNode? node) => IsValue(node) || Truth(node) is not null;

    /// <summary>A value that is known by what another node is known by.</summary>
    public static T MarkValue<T>(T node, SyntaxNode cause) where T : SyntaxNode =>
        node.WithAdditionalAnnotations([Value, .. cause.GetAnnotations(ReadKind)]);

    public static T MarkLeft<T>(T node) where T : SyntaxNode => node.WithAdditionalAnnotations(Left);

    /// <summary>A node that is known by a read, the origin of which is given.</summary>
    public static T ByRead<T>(T node, int read) where T : SyntaxNode => node.WithAdditionalAnnotations(new SyntaxAnnotation(ReadKind, $"{read}"));

    /// <summary>The reads by which a node is known.</summary>
    public static IEnumerable<int> Reads(SyntaxNode node) => node.GetAnnotations(ReadKind).Select(mark => Origins.Parsed(mark.Data!));

    /// <summary>The same without any mark: the next flag makes its own.</summary>
    public static SyntaxNode Unmarked(SyntaxNode root)
    {
        SyntaxAnnotation[] marks = [Left, Used, True, False, Value];
        string[] kinds = [ReadKind, Origins.Kind, Origins.PlaceKind, Origins.CastKind];
        return root.ReplaceNodes(
            root.DescendantNodesAndSelf().Where(node => node.ContainsAnnotations),
            (_, node) => kinds.Aggregate(node.WithoutAnnotations(marks), (unmarked, kind) => unmarked.WithoutAnnotations(kind)));
    }
}
