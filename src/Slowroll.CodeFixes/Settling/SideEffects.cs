using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Slowroll.CodeFixes.Settling;

/// <summary>Finds what an expression does besides having a value: calls that nobody knows, assignments, awaiting. Properties and
/// operators are taken to do nothing.</summary>
internal sealed class SideEffects(SemanticModel model, SettledFlag flag)
{
    /// <summary>The parts that must be kept when the value isn't, each fit to be a statement, in their order; null if it can't be
    /// told whether a part would be evaluated at all.</summary>
    public IReadOnlyList<ExpressionSyntax>? In(ExpressionSyntax expression)
    {
        List<ExpressionSyntax> found = [];
        return Gather(expression, found) ? found : null;
    }

    public bool IsFree(ExpressionSyntax expression) => In(expression) is { Count: 0 };

    private bool Gather(ExpressionSyntax expression, List<ExpressionSyntax> found)
    {
        switch (expression)
        {
            case InvocationExpressionSyntax call when !IsFreeCall(call):
            case BaseObjectCreationExpressionSyntax creation when !IsFreeCreation(creation):
            case AwaitExpressionSyntax or AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression }:
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }:
                found.Add(expression);
                return true;
            case AnonymousFunctionExpressionSyntax or QueryExpressionSyntax:
                return true;
            case ThrowExpressionSyntax or StackAllocArrayCreationExpressionSyntax or RefExpressionSyntax:
                return false;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } binary:
                return Gather(binary.Left, found) && IsFree(binary.Right);
            case ConditionalExpressionSyntax conditional:
                return Gather(conditional.Condition, found) && IsFree(conditional.WhenTrue) && IsFree(conditional.WhenFalse);
            case ConditionalAccessExpressionSyntax access:
                return Gather(access.Expression, found) && IsFree(access.WhenNotNull);
            case SwitchExpressionSyntax choice:
                return Gather(choice.GoverningExpression, found) && choice.Arms.All(arm => IsFree(arm.Expression));
            default:
                return Parts(expression).All(part => Gather(part, found));
        }
    }

    // Nearest expressions inside, through arguments, initializers and holes of a text.
    private static IEnumerable<ExpressionSyntax> Parts(SyntaxNode node) => node.ChildNodes()
        .SelectMany(child => child is ExpressionSyntax part ? [part] : Parts(child));

    private bool IsFreeCall(InvocationExpressionSyntax call) =>
        model.GetSymbolInfo(call).Symbol is not IMethodSymbol method
            ? call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" }
            : method.Name is nameof(ToString) && method.Parameters.Length == 0
                || flag.IsIn(method.ContainingType) && !method.IsStatic
                || method.ContainingType.SpecialType is not SpecialType.None
                || IsValue(method.ContainingType);

    private bool IsFreeCreation(BaseObjectCreationExpressionSyntax creation) =>
        creation.Initializer is null && model.GetTypeInfo(creation).Type is INamedTypeSymbol type
        && (flag.IsIn(type) || IsValue(type) || type.SpecialType is not SpecialType.None);

    private static bool IsValue(INamedTypeSymbol type) =>
        type is { Name: "HashKey", ContainingNamespace.Name: "Slowroll" }
        || type is { Name: nameof(Guid) or nameof(Uri), ContainingNamespace.Name: nameof(System) };
}
