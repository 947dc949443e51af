using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Slowroll.Generators.CodeRules;

/// <summary>A place in code that names a property of <c>Flags</c>, such as <c>Flags.AppFeatures</c>.</summary>
internal readonly struct AmbientFlagsMention
{
    private AmbientFlagsMention(IPropertyReferenceOperation reference, INamedTypeSymbol flagClass)
    {
        Reference = reference;
        FlagClass = flagClass;
    }

    public IPropertyReferenceOperation Reference { get; }

    public INamedTypeSymbol FlagClass { get; }

    /// <summary>Whether code sets it to flags from elsewhere, such as a host's services; a config that is opened in
    /// the assignment doesn't count.</summary>
    public bool IsSetFromElsewhere =>
        IsAssigned && !(Reference.Parent is ISimpleAssignmentOperation assignment && IsOpened(assignment.Value));

    /// <summary>Whether code sets it, to any flags.</summary>
    public bool IsAssigned => Reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == Reference,
        ITupleOperation => true, // most likely on the left of an assignment
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        _ => false,
    };

    /// <summary>The mention, or null if an operation is none.</summary>
    public static AmbientFlagsMention? In(IOperation operation, RuntimeTypes types) =>
        operation is IPropertyReferenceOperation
        {
            Property:
            {
                IsStatic: true,
                Type: INamedTypeSymbol flagClass
            } property
        } reference
        && property.Name == flagClass.Name
        && IsAmbient(property.ContainingType, flagClass)
        && types.IsFlagClass(flagClass)
        && reference.Parent is not INameOfOperation
            ? new(reference, flagClass)
            : null;

    /// <summary>Whether a type is the <c>Flags</c> that holds a class's flags for the whole program.</summary>
    public static bool IsAmbient(INamedTypeSymbol type, INamedTypeSymbol flagClass) =>
        type is { Name: "Flags", ContainingType: null }
            && SymbolEqualityComparer.Default.Equals(type.ContainingNamespace, flagClass.ContainingNamespace);

    private bool IsOpened(IOperation value)
    {
        var origin = ValueOrigin.Of(value);
        if (origin is IAwaitOperation wait)
        {
            origin = ValueOrigin.Of(wait.Operation);
        }

        // ConfigureAwait and similar calls follow the call.
        while (origin is IInvocationOperation
            {
                Instance: { } instance, TargetMethod.Name: "ConfigureAwait"
            or "GetResult"
            or "GetAwaiter"
            or "WaitAsync"
            })
        {
            origin = ValueOrigin.Of(instance);
        }

        return origin is IInvocationOperation { TargetMethod: { Name: "OpenAsync", IsStatic: true } method }
            && SymbolEqualityComparer.Default.Equals(method.ContainingType, FlagClass);
    }
}
