using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>Code that is passed as an expression tree: it is data, so it must not change.</summary>
internal static class ExpressionTrees
{
    public static bool Contains(SyntaxNode node, SemanticModel model) => node.Ancestors().Any(each => each switch
    {
        AnonymousFunctionExpressionSyntax function => model.GetTypeInfo(function).ConvertedType
            is { Name: "Expression", ContainingNamespace.Name: "Expressions" },
        QueryExpressionSyntax query =>
            model.GetTypeInfo(query).Type is { } type && (IsQueryable(type) || type.AllInterfaces.Any(IsQueryable)),
        _ => false,
    });

    private static bool IsQueryable(ITypeSymbol type) =>
        type is { Name: "IQueryable", ContainingNamespace.Name: "Linq" };
}
