using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Slowroll.CodeFixes.Settling;

/// <summary>In which order C# evaluates.</summary>
internal static class Evaluation
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The statement whose first deed is to evaluate this expression, so that it can as well be done before it; null if
    /// something else comes first, or it may not come to it at all.</summary>
    public static StatementSyntax? StatementThatBeginsWith(ExpressionSyntax expression, SideEffects effects)
    {
        SyntaxNode at = expression;
        while (at.Parent is { } parent and not StatementSyntax)
        {
            if (!IsFirst(at, parent, effects))
            {
                return null;
            }

            at = parent;
        }

        return at.Parent is StatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } statement && IsFirstOf(at, statement)
            ? statement
            : null;
    }

    /// <summary>A value in a type that it wouldn't have by itself.</summary>
    public static ExpressionSyntax Cast(ITypeSymbol type, ExpressionSyntax value) => SyntaxFactory
        .CastExpression(
            SyntaxFactory.ParseTypeName(type.ToDisplayString(Format)).WithAdditionalAnnotations(Simplifier.Annotation),
            value is LiteralExpressionSyntax or IdentifierNameSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax
                ? value.WithoutTrivia()
                : SyntaxFactory.ParenthesizedExpression(value.WithoutTrivia()))
        .WithAdditionalAnnotations(Simplifier.Annotation);

    private static bool IsFirst(SyntaxNode child, SyntaxNode parent, SideEffects effects) => parent switch
    {
        ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax or CastExpressionSyntax or IsPatternExpressionSyntax => true,
        MemberAccessExpressionSyntax or EqualsValueClauseSyntax or ArgumentListSyntax => true,
        BinaryExpressionSyntax { RawKind: not ((int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression) } binary =>
            child == binary.Left || effects.IsFree(binary.Left),
        BinaryExpressionSyntax binary => child == binary.Left,
        ConditionalExpressionSyntax conditional => child == conditional.Condition,
        SwitchExpressionSyntax choice => child == choice.GoverningExpression,
        AssignmentExpressionSyntax assignment => child == assignment.Right && assignment.Left is IdentifierNameSyntax,
        InvocationExpressionSyntax call => child == call.Expression || IsFreeOwner(call.Expression, effects),
        ArgumentSyntax { Parent: ArgumentListSyntax list } argument =>
            list.Arguments.TakeWhile(each => each != argument).All(each => effects.IsFree(each.Expression)),
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables: [var first, ..] } } declarator => declarator == first,
        VariableDeclarationSyntax => true,
        _ => false,
    };

    private static bool IsFreeOwner(ExpressionSyntax called, SideEffects effects) =>
        called is not MemberAccessExpressionSyntax { Expression: var owner } || effects.IsFree(owner);

    private static bool IsFirstOf(SyntaxNode node, StatementSyntax statement) => statement switch
    {
        IfStatementSyntax choice => node == choice.Condition,
        SwitchStatementSyntax choice => node == choice.Expression,
        ForEachStatementSyntax loop => node == loop.Expression,
        ExpressionStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or YieldStatementSyntax => true,
        LocalDeclarationStatementSyntax => true,
        _ => false,
    };
}
