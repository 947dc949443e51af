using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Slowroll.Generators.CodeRules;

/// <summary>Finds calls of <c>OpenAsync</c> whose result isn't kept: the config is followed, and no flag uses
/// it.</summary>
internal static class DiscardedConfig
{
    /// <summary>The type whose <c>OpenAsync</c> is called, or null if an operation is no such call.</summary>
    public static INamedTypeSymbol? OpenedBy(IInvocationOperation call, RuntimeTypes types) =>
        call.TargetMethod is { Name: "OpenAsync", IsStatic: true, ContainingType: { } owner }
        && (types.IsFlagClass(owner) || RuntimeTypes.Same(owner, types.Config))
            ? owner
            : null;

    /// <summary>Whether a value isn't kept: it is a statement of its own or is discarded, awaited or not.</summary>
    public static bool IsDiscarded(IOperation value) => value.Parent switch
    {
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } assignment => IsDiscarded(assignment),
        IAwaitOperation or IConversionOperation or IParenthesizedOperation => IsDiscarded(value.Parent),
        IInvocationOperation call when call.Instance == value => PassesOn(call.TargetMethod) && IsDiscarded(call),
        IPropertyReferenceOperation { Property.Name: "Result" } result when result.Instance == value =>
            IsDiscarded(result),
        IArgumentOperation { Parent: IInvocationOperation call } => IsOfAll(call.TargetMethod) && IsDiscarded(call),
        IArrayInitializerOperation { Parent: IArrayCreationOperation array } => IsDiscarded(array),
        _ => false,
    };

    // Methods that wait for a task, or return its result.
    private static bool PassesOn(IMethodSymbol method) =>
        method.Name is "ConfigureAwait" or "GetAwaiter" or "GetResult" or "Wait" or "WaitAsync" or "AsTask";

    private static bool IsOfAll(IMethodSymbol method) =>
        method is { Name: "WhenAll" or "WaitAll", ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" } };
}
