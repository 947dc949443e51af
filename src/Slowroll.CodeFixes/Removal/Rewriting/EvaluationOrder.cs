using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Removal.Rewriting;

/// <summary>The order of evaluation in C#.</summary>
internal sealed class EvaluationOrder(SemanticModel model)
{
    /// <summary>The statement that evaluates this expression before all else, so that the expression can be moved
    /// before the statement; null if there is none.</summary>
    public StatementSyntax? StatementThatBeginsWith(ExpressionSyntax expression)
    {
        SyntaxNode at = expression;
        while (at.Parent is { } parent and not StatementSyntax)
        {
            if (!IsFirst(at, parent))
            {
                return null;
            }

            at = parent;
        }

        return at.Parent is StatementSyntax
        {
            Parent: BlockSyntax
            or SwitchSectionSyntax
            or GlobalStatementSyntax
        } statement && IsFirstOf(at, statement)
            ? statement
            : null;
    }

    private bool IsFirst(SyntaxNode child, SyntaxNode parent) => parent switch
    {
        ParenthesizedExpressionSyntax or CastExpressionSyntax or IsPatternExpressionSyntax => true,
        PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.LogicalNotExpression
            or SyntaxKind.UnaryMinusExpression
            or SyntaxKind.UnaryPlusExpression
            or SyntaxKind.BitwiseNotExpression,
        MemberAccessExpressionSyntax or EqualsValueClauseSyntax or ArgumentListSyntax => true,
        BinaryExpressionSyntax
        {
            RawKind: not ((int)SyntaxKind.LogicalAndExpression
            or (int)SyntaxKind.LogicalOrExpression
            or (int)SyntaxKind.CoalesceExpression)
        } binary =>
            child == binary.Left || IsAlwaysTheSame(binary.Left),
        BinaryExpressionSyntax binary => child == binary.Left,
        ConditionalExpressionSyntax conditional => child == conditional.Condition,
        SwitchExpressionSyntax choice => child == choice.GoverningExpression,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment =>
            child == assignment.Right && assignment.Left is IdentifierNameSyntax,
        InvocationExpressionSyntax call => child == call.Expression || IsAlwaysTheSame(call.Expression),
        ArgumentSyntax { Parent: ArgumentListSyntax list } argument =>
            list.Arguments.TakeWhile(each => each != argument).All(each => IsAlwaysTheSame(each.Expression)),
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables: [var first, ..] } } declarator =>
            declarator == first,
        VariableDeclarationSyntax => true,
        _ => false,
    };

    // Values that are read before it would be read after it.
    private bool IsAlwaysTheSame(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax { Expression: var owner }
            when model.GetSymbolInfo(expression).Symbol is IMethodSymbol =>
            model.GetSymbolInfo(owner).Symbol is INamedTypeSymbol
                || owner is ThisExpressionSyntax or BaseExpressionSyntax,
        SimpleNameSyntax when model.GetSymbolInfo(expression).Symbol is IMethodSymbol => true,
        _ => model.GetConstantValue(expression).HasValue,
    };

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
