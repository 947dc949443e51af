using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Slowroll.CodeFixes.Code;

/// <summary>Writes the names of types: short, with a using directive where one is missing.</summary>
internal sealed class TypeNames(Compilation? compilation, SyntaxGenerator generator)
{
    public static async Task<TypeNames> InAsync(Document document, CancellationToken cancellationToken) => new(
        await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false),
        SyntaxGenerator.GetGenerator(document));

    /// <summary>A type by its full name, as C# writes it, without <c>global::</c>.</summary>
    public ExpressionSyntax Of(string fullName) =>
        compilation?.GetTypeByMetadataName(fullName.Replace("@", "")) is { } type
            ? (ExpressionSyntax)generator.TypeExpression(type)
                .WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation)
            : SyntaxFactory.ParseTypeName($"global::{fullName}").WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>A member of a type.</summary>
    public ExpressionSyntax Of(string fullName, params string[] members) => members.Aggregate(Of(fullName), Member);

    /// <summary>A member of an expression's value.</summary>
    public static ExpressionSyntax Member(ExpressionSyntax owner, string member) =>
        SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, owner, SyntaxFactory.IdentifierName(member));
}
