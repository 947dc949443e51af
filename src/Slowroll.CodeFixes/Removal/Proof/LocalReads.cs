using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>Whether a mention of a local only reads its value. A mention that isn't known to do so may change
/// it.</summary>
internal static class LocalReads
{
    public static bool IsRead(IdentifierNameSyntax name, SemanticModel model) =>
        IsName(name) || !ExpressionTrees.Contains(name, model)
            && model.GetOperation(name) is ILocalReferenceOperation { Parent: { } parent } local
            && Takes(parent, local);

    /// <summary>Whether only the name is used, not the local.</summary>
    public static bool IsName(IdentifierNameSyntax name) =>
        name.Parent
            is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax called } }
        && called.Identifier.ValueText is "nameof";

    private static bool Takes(IOperation parent, IOperation value) => parent switch
    {
        IUnaryOperation or IBinaryOperation or IConversionOperation or IIsTypeOperation or IIsPatternOperation => true,
        IArgumentOperation argument => argument.Parameter is null or { RefKind: RefKind.None },
        IConditionalOperation choice => !choice.IsRef || choice.Condition == value,
        ISwitchOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation or ISwitchCaseOperation
            or ICoalesceOperation => true,
        IWhileLoopOperation or IForLoopOperation or IForEachLoopOperation => true,
        IReturnOperation => value.Syntax.Parent is not RefExpressionSyntax,
        IVariableInitializerOperation => value.Syntax.Parent is not RefExpressionSyntax,
        ISimpleAssignmentOperation assignment => assignment.Value == value && !assignment.IsRef,
        ICompoundAssignmentOperation assignment => assignment.Value == value,
        ICoalesceAssignmentOperation assignment => assignment.Value == value,
        IInterpolationOperation or IExpressionStatementOperation or IArrayInitializerOperation or IRangeOperation =>
            true,
        IArrayElementReferenceOperation item => item.ArrayReference != value,
        IInvocationOperation { TargetMethod.IsExtensionMethod: false } => IsUnchangeable(value.Type),
        IPropertyReferenceOperation or IConditionalAccessOperation => IsUnchangeable(value.Type),
        _ => false,
    };

    // No method of its type changes it.
    private static bool IsUnchangeable(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } or { IsReferenceType: true }
            || type?.SpecialType is > SpecialType.System_Object and <= SpecialType.System_UIntPtr;
}
