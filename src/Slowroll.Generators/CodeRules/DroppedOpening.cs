using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Slowroll.Generators.CodeRules;

/// <summary>Knows a call of <c>OpenAsync</c> whose result nobody keeps: the config is followed, and no flag asks it.</summary>
internal static class DroppedOpening
{
    /// <summary>The type whose <c>OpenAsync</c> is called, or null where an operation is no such call.</summary>
    public static INamedTypeSymbol? OpenedBy(IInvocationOperation call, RuntimeTypes types) =>
        call.TargetMethod is { Name: "OpenAsync", IsStatic: true, ContainingType: { } owner }
        && (types.IsFlagClass(owner) || RuntimeTypes.Same(owner, types.Config))
            ? owner
            : null;

    /// <summary>Whether a value goes nowhere: it is a statement of its own or is discarded, awaited before or not.</summary>
    public static bool IsDropped(IOperation value) => value.Parent switch
    {
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } assignment => IsDropped(assignment),
        IAwaitOperation or IConversionOperation or IParenthesizedOperation => IsDropped(value.Parent),
        IInvocationOperation call when call.Instance == value => PassesOn(call.TargetMethod) && IsDropped(call),
        IPropertyReferenceOperation { Property.Name: "Result" } result when result.Instance == value => IsDropped(result),
        IArgumentOperation { Parent: IInvocationOperation call } => IsOfAll(call.TargetMethod) && IsDropped(call),
        IArrayInitializerOperation { Parent: IArrayCreationOperation array } => IsDropped(array),
        _ => false,
    };

    // What waits for a task, or gives what it gave.
    private static bool PassesOn(IMethodSymbol method) =>
        method.Name is "ConfigureAwait" or "GetAwaiter" or "GetResult" or "Wait" or "WaitAsync" or "AsTask";

    private static bool IsOfAll(IMethodSymbol method) =>
        method is { Name: "WhenAll" or "WaitAll", ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" } };
}
