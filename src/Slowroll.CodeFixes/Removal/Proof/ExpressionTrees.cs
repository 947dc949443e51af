using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>Code that is handed on as a tree: its text is data, so that none of it may change.</summary>
internal static class ExpressionTrees
{
    public static bool Contains(SyntaxNode node, SemanticModel model) => node.Ancestors().Any(each => each switch
    {
        AnonymousFunctionExpressionSyntax function => model.GetTypeInfo(function).ConvertedType is { Name: "Expression", ContainingNamespace.Name: "Expressions" },
        QueryExpressionSyntax query => model.GetTypeInfo(query).Type is { } type && (IsQueryable(type) || type.AllInterfaces.Any(IsQueryable)),
        _ => false,
    });

    private static bool IsQueryable(ITypeSymbol type) => type is { Name: "IQueryable", ContainingNamespace.Name: "Linq" };
}
