using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.CodeFixes.Removal.Proof;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>Annotations on rewritten nodes: a known value and the reads that it follows from, a place for a person to
/// look at, a used local.</summary>
internal static class Marks
{
    /// <summary>A place that could not be made simpler.</summary>
    public static readonly SyntaxAnnotation Left = new("slowroll.left");

    /// <summary>A declaration that was used.</summary>
    public static readonly SyntaxAnnotation Used = new("slowroll.used");

    private const string ReadKind = "slowroll.read";

    private static readonly SyntaxAnnotation True =
        new("slowroll.true"), False = new("slowroll.false"), Value = new("slowroll.value");

    /// <summary>A Boolean that follows from other nodes.</summary>
    public static ExpressionSyntax Bool(bool truth, params IReadOnlyList<SyntaxNode> causes)
    {
        var literal = truth
            ? SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression).WithAdditionalAnnotations(True)
            : SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithAdditionalAnnotations(False);
        return literal.WithAdditionalAnnotations(causes.SelectMany(cause => cause.GetAnnotations(ReadKind)).Distinct());
    }

    /// <summary>The Boolean that was derived; a <c>true</c> that a person wrote doesn't count.</summary>
    public static bool? Truth(SyntaxNode? node) => node is null ? null
        : node.HasAnnotation(True) ? true
        : node.HasAnnotation(False) ? false
        : null;

    public static bool IsValue(SyntaxNode? node) => node?.HasAnnotation(Value) is true;

    public static bool IsKnown(SyntaxNode? node) => IsValue(node) || Truth(node) is not null;

    /// <summary>Marks a value that follows from the same reads as another node.</summary>
    public static T MarkValue<T>(T node, SyntaxNode cause) where T : SyntaxNode =>
        node.WithAdditionalAnnotations([Value, .. cause.GetAnnotations(ReadKind)]);

    public static T MarkLeft<T>(T node) where T : SyntaxNode => node.WithAdditionalAnnotations(Left);

    /// <summary>Marks a node that follows from a read.</summary>
    public static T ByRead<T>(T node, int read)
        where T : SyntaxNode => node.WithAdditionalAnnotations(new SyntaxAnnotation(ReadKind, $"{read}"));

    /// <summary>The reads that a node follows from.</summary>
    public static IEnumerable<int> Reads(SyntaxNode node) =>
        node.GetAnnotations(ReadKind).Select(mark => Origins.Parsed(mark.Data!));

    /// <summary>The same without annotations: the next flag gets its own.</summary>
    public static SyntaxNode Unmarked(SyntaxNode root)
    {
        SyntaxAnnotation[] marks = [Left, Used, True, False, Value];
        string[] kinds = [ReadKind, Origins.Kind, Origins.PlaceKind, Origins.CastKind];
        return root.ReplaceNodes(
            root.DescendantNodesAndSelf().Where(node => node.ContainsAnnotations),
            (_, node) => kinds.Aggregate(
                node.WithoutAnnotations(marks), (unmarked, kind) => unmarked.WithoutAnnotations(kind)));
    }
}
