using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Slowroll.CodeFixes.Removal.Reads;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>Proves that an expression can be removed: it has no effect and can't throw. All that isn't proven counts
/// as an effect.</summary>
internal sealed class Effects(SemanticModel model, RemovedFlag flag)
{
    private readonly HarmlessOperations _harmless = new(model, new FlagOperations(flag));

    public bool IsFree(ExpressionSyntax expression) => In(expression) is { Count: 0 };

    /// <summary>The parts that must be kept when the value isn't needed, each a valid statement, in their order; null
    /// if the expression can't be split like that.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="isReplaced">Whether another one is converted in its place as it was.</param>
    public IReadOnlyList<ExpressionSyntax>? In(ExpressionSyntax expression, bool isReplaced = false)
    {
        List<ExpressionSyntax> found = [];
        return (isReplaced ? model.GetOperation(expression) : Whole(expression)) is { } operation
            && Gather(operation, found) ? found : null;
    }

    // Only parts that are always evaluated, and whose value is used only by harmless code.
    private bool Gather(IOperation operation, List<ExpressionSyntax> found) =>
        _harmless.Contains(operation)
        || (_harmless.IsHarmlessOn(operation)
            ? operation.ChildOperations.All(part => Gather(part, found))
            : operation is { Syntax: InvocationExpressionSyntax or AwaitExpressionSyntax }
                and (IInvocationOperation or IAwaitOperation) && Keep(operation, found));

    private static bool Keep(IOperation operation, List<ExpressionSyntax> found)
    {
        found.Add((ExpressionSyntax)operation.Syntax);
        return true;
    }

    // Including the conversion of its value.
    private IOperation? Whole(ExpressionSyntax expression)
    {
        var operation = model.GetOperation(expression);
        while (operation?.Parent is IConversionOperation { IsImplicit: true } conversion
            && conversion.Syntax.Span == operation.Syntax.Span)
        {
            operation = conversion;
        }

        return operation;
    }
}
