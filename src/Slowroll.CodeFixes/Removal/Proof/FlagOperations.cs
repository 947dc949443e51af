using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Slowroll.CodeFixes.Removal.Reads;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>What the generated class of a flag and its hash keys do by themselves: nothing that anybody could see.</summary>
internal sealed class FlagOperations(RemovedFlag flag)
{
    /// <summary>Whether an operation does nothing besides what its parts do.</summary>
    public bool Knows(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method, Instance: { } flags } =>
            (RemovedFlag.IsAccessor(method) || method is { Name: "Freeze", Parameters.Length: 0 }) && flag.IsIn(method.ContainingType) && IsThere(flags),
        IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType: { Name: "Flags", ContainingType: null } } property } =>
            property.Type is INamedTypeSymbol type && property.Name == type.Name && flag.IsIn(type),
        IPropertyReferenceOperation { Property: { Name: "Config" } property, Instance: { } flags } => flag.IsIn(property.ContainingType) && IsThere(flags),
        IObjectCreationOperation { Type: INamedTypeSymbol type, Initializer: null, Arguments: [{ Value: var argument }] } =>
            IsHashKey(type) && argument.Type?.SpecialType is SpecialType.System_String
            || flag.IsIn(type) && argument is IPropertyReferenceOperation { Property.Name: "Config" } && Knows(argument),
        _ => false,
    };

    // Nothing says that they may be null.
    private static bool IsThere(IOperation flags) =>
        flags.SemanticModel?.GetTypeInfo(flags.Syntax).Nullability.FlowState is not NullableFlowState.MaybeNull
        && flags is not IConversionOperation { IsImplicit: false }
        && flags.Syntax.Parent is not PostfixUnaryExpressionSyntax; // "!" says that the compiler would have its doubts

    private static bool IsHashKey(INamedTypeSymbol type) => type is { Name: "HashKey", ContainingNamespace: { Name: "Slowroll", ContainingNamespace.IsGlobalNamespace: true } };
}
