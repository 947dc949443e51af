using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Settling;

/// <summary>Marks on rewritten nodes: which value is known, what is left for a person, which local was in use.</summary>
internal static class Constants
{
    /// <summary>A place that could not be made simpler.</summary>
    public static readonly SyntaxAnnotation Left = new("slowroll.left");

    /// <summary>A declaration that something referred to.</summary>
    public static readonly SyntaxAnnotation Used = new("slowroll.used");

    private static readonly SyntaxAnnotation True = new("slowroll.true"), False = new("slowroll.false"), Value = new("slowroll.value");

    public static ExpressionSyntax Bool(bool truth) => (truth
        ? SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression).WithAdditionalAnnotations(True)
        : SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithAdditionalAnnotations(False));

    /// <summary>The truth that was found out; what somebody wrote as <c>true</c> is theirs.</summary>
    public static bool? Truth(SyntaxNode? node) => node is null ? null
        : node.HasAnnotation(True) ? true
        : node.HasAnnotation(False) ? false
        : null;

    public static bool IsValue(SyntaxNode? node) => node?.HasAnnotation(Value) is true;

    public static bool IsKnown(SyntaxNode? node) => IsValue(node) || Truth(node) is not null;

    public static T MarkValue<T>(T node) where T : SyntaxNode => node.WithAdditionalAnnotations(Value);

    public static T MarkLeft<T>(T node) where T : SyntaxNode => node.WithAdditionalAnnotations(Left);

    /// <summary>The same without any mark: the next flag makes its own.</summary>
    public static SyntaxNode Unmarked(SyntaxNode root)
    {
        SyntaxAnnotation[] marks = [Left, Used, True, False, Value];
        return root.ReplaceNodes(marks.SelectMany(root.GetAnnotatedNodes).Distinct(), (_, node) => node.WithoutAnnotations(marks));
    }
}
