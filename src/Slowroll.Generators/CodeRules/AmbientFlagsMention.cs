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

    /// <summary>Whether code puts flags there that it has from elsewhere, such as a host's services; a config that is opened for
    /// the place alone is no such thing.</summary>
    public bool IsSetFromElsewhere => IsAssigned && !(Reference.Parent is ISimpleAssignmentOperation assignment && IsOpened(assignment.Value));

    /// <summary>Whether code puts flags there, whatever flags.</summary>
    public bool IsAssigned => Reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == Reference,
        ITupleOperation => true, // on the left of an assignment, most likely
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        _ => false,
    };

    /// <summary>The mention, or null where an operation is none.</summary>
    public static AmbientFlagsMention? In(IOperation operation, RuntimeTypes types) =>
        operation is IPropertyReferenceOperation { Property: { IsStatic: true, Type: INamedTypeSymbol flagClass } property } reference
        && property.Name == flagClass.Name
        && IsAmbient(property.ContainingType, flagClass)
        && types.IsFlagClass(flagClass)
        && reference.Parent is not INameOfOperation
            ? new(reference, flagClass)
            : null;

    /// <summary>Whether a type is the <c>Flags</c> that holds a class's flags for the whole program.</summary>
    public static bool IsAmbient(INamedTypeSymbol type, INamedTypeSymbol flagClass) =>
        type is { Name: "Flags", ContainingType: null } && SymbolEqualityComparer.Default.Equals(type.ContainingNamespace, flagClass.ContainingNamespace);

    private bool IsOpened(IOperation value)
    {
        var origin = ValueOrigin.Of(value);
        if (origin is IAwaitOperation wait)
        {
            origin = ValueOrigin.Of(wait.Operation);
        }

        // ConfigureAwait and the like stand behind the call.
        while (origin is IInvocationOperation { Instance: { } instance, TargetMethod.Name: "ConfigureAwait" or "GetResult" or "GetAwaiter" or "WaitAsync" })
        {
            origin = ValueOrigin.Of(instance);
        }

        return origin is IInvocationOperation { TargetMethod: { Name: "OpenAsync", IsStatic: true } method }
            && SymbolEqualityComparer.Default.Equals(method.ContainingType, FlagClass);
    }
}
