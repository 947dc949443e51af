using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Slowroll.CodeFixes.Removal.Reads;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>The operations of generated classes and hash keys that have no effect of their own.</summary>
internal sealed class FlagOperations(RemovedFlag flag)
{
    /// <summary>Whether an operation has no effect besides those of its parts.</summary>
    public bool Knows(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method, Instance: { } flags } =>
            (RemovedFlag.IsAccessor(method) || method is { Name: "Freeze", Parameters.Length: 0 })
                && flag.IsIn(method.ContainingType)
                && IsThere(flags),
        IPropertyReferenceOperation
        {
            Property:
            {
                IsStatic: true,
                ContainingType: { Name: "Flags", ContainingType: null }
            } property
        } =>
            property.Type is INamedTypeSymbol type && property.Name == type.Name && flag.IsIn(type),
        IPropertyReferenceOperation { Property: { Name: "Config" } property, Instance: { } flags } =>
            flag.IsIn(property.ContainingType) && IsThere(flags),
        IObjectCreationOperation
        {
            Type: INamedTypeSymbol type, Initializer: null,
            Arguments: [{ Value: var argument }]
        } =>
            IsHashKey(type) && argument.Type?.SpecialType is SpecialType.System_String
            || flag.IsIn(type)
                && argument is IPropertyReferenceOperation { Property.Name: "Config" }
                && Knows(argument),
        _ => false,
    };

    // They are not declared as nullable.
    private static bool IsThere(IOperation flags) =>
        flags.SemanticModel?.GetTypeInfo(flags.Syntax).Nullability.FlowState is not NullableFlowState.MaybeNull
        && flags is not IConversionOperation { IsImplicit: false }
        && flags.Syntax.Parent is not PostfixUnaryExpressionSyntax; // "!" says that the compiler would warn

    private static bool IsHashKey(INamedTypeSymbol type) => type
        is { Name: "HashKey", ContainingNamespace: { Name: "Slowroll", ContainingNamespace.IsGlobalNamespace: true } };
}
