using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.CodeFixes.Removal.Reads;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>Removes code of tests that sets the value that everybody has: without a read it sets nothing. A test that
/// sets another value tests removed code, and a person must look at it.</summary>
internal sealed class UnneededSettings(SemanticModel model, RemovedFlag flag) : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitInitializerExpression(InitializerExpressionSyntax node)
    {
        var visited = (InitializerExpressionSyntax)base.VisitInitializerExpression(node)!;
        for (var i = node.Expressions.Count - 1; i >= 0; i--)
        {
            if (IsUnneeded(node.Expressions[i]) && !Unwrapping.HasDirectivesInside(node))
            {
                var removed = visited.Expressions[i];
                var rest = visited.Expressions.RemoveAt(i);
                visited = visited.WithExpressions(i > 0 && i == rest.Count
                    ? rest.Replace(rest[i - 1], rest[i - 1].WithTrailingTrivia(removed.GetTrailingTrivia()))
                    : rest);
            }
        }

        return visited;
    }

    public override SyntaxNode? VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node)
    {
        var visited = (ImplicitObjectCreationExpressionSyntax)base.VisitImplicitObjectCreationExpression(node)!;
        return IsEmptied(node.Initializer, visited.Initializer) ? visited.WithInitializer(null)
            .WithTriviaFrom(node) : visited;
    }

    public override SyntaxNode? VisitObjectCreationExpression(ObjectCreationExpressionSyntax node)
    {
        var visited = (ObjectCreationExpressionSyntax)base.VisitObjectCreationExpression(node)!;
        return !IsEmptied(node.Initializer, visited.Initializer) ? visited
            : visited.ArgumentList is not null ? visited.WithInitializer(null).WithTriviaFrom(node)
            : visited.WithInitializer(null)
                .WithType(node.Type.WithoutTrailingTrivia())
                .WithArgumentList(SyntaxFactory.ArgumentList())
                .WithTriviaFrom(node);
    }

    private bool IsUnneeded(ExpressionSyntax setting) =>
        setting is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Right: var value }
        && name.Identifier.ValueText == flag.Name
        && model.GetSymbolInfo(name).Symbol
            is IPropertySymbol { ContainingType: { Name: "Values", ContainingType: { } outer } } property
        && flag.IsIn(outer)
        && flag.Constant(property.Type) is { HasValue: true } wanted
        && KnownPatterns.Same(wanted.Value, model.GetConstantValue(value)) is true;

    private static bool IsEmptied(InitializerExpressionSyntax? before, InitializerExpressionSyntax? after) =>
        before?.Expressions.Count > 0 && after?.Expressions.Count == 0;
}
