using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Slowroll.CodeFixes.Code;

/// <summary>Reads and writes the syntax of a call or a creation.</summary>
internal static class CallSyntax
{
    /// <summary>The call or the creation of a type argument, a name or an argument.</summary>
    public static ExpressionSyntax? CallAround(SyntaxNode place) => place.Parent?
        .FirstAncestorOrSelf<ExpressionSyntax>(
            node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax);

    public static ArgumentListSyntax? Arguments(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        _ => null,
    };

    /// <summary>The argument with that name, or else the one at that position; null if there is none.</summary>
    public static ArgumentSyntax? Argument(ExpressionSyntax call, string name, int position)
    {
        var arguments = Arguments(call)?.Arguments ?? default;
        return arguments.FirstOrDefault(argument =>
            string.Equals(argument.NameColon?.Name.Identifier.ValueText, name, StringComparison.OrdinalIgnoreCase))
            ?? (position < arguments.Count && arguments[position].NameColon is null ? arguments[position] : null);
    }

    /// <summary>The called name, with its type arguments.</summary>
    public static SimpleNameSyntax? Name(ExpressionSyntax call) =>
        call is InvocationExpressionSyntax { Expression: var called }
            ? called switch
            {
                MemberAccessExpressionSyntax access => access.Name,
                MemberBindingExpressionSyntax binding => binding.Name,
                _ => called as SimpleNameSyntax,
            }
            : null;

    /// <summary>An expression of the schema reader, with short names of types.</summary>
    public static ExpressionSyntax Expression(string text)
    {
        var expression = SyntaxFactory.ParseExpression(text);
        return expression.ReplaceNodes(
            expression.DescendantNodesAndSelf()
                .OfType<NameSyntax>()
                .Where(name => name is QualifiedNameSyntax or AliasQualifiedNameSyntax),
            (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation));
    }

    public static TypeSyntax Type(string text) =>
        SyntaxFactory.ParseTypeName(text).WithAdditionalAnnotations(Simplifier.Annotation);
}
