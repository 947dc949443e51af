using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>The operations that have no effect and can't throw.</summary>
internal sealed class HarmlessOperations(SemanticModel model, FlagOperations flags)
{
    /// <summary>Whether nothing in an operation has an effect.</summary>
    public bool Contains(IOperation operation) =>
        operation.ConstantValue.HasValue
            || IsHarmlessOn(operation) && operation.ChildOperations.All(Contains)
            || IsHarmlessWhole(operation);

    /// <summary>Whether an operation has no effect besides those of its parts, all of which are evaluated.</summary>
    public bool IsHarmlessOn(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { IsDeclaration: false }
            or IParameterReferenceOperation
            or IInstanceReferenceOperation => true,
        ILiteralOperation or IDefaultValueOperation or ITypeOfOperation or INameOfOperation or IParenthesizedOperation
            or IArgumentOperation => true,
        IFieldReferenceOperation field => IsHarmless(field),
        IPropertyReferenceOperation
        {
            Property:
            {
                Name: "HasValue",
                ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T
            }
        } => true,
        IUnaryOperation { OperatorMethod: null, IsChecked: false } unary => Operands.AreSimple(unary.Operand),
        IBinaryOperation binary => !Operands.IsShortCircuit(binary) && Operands.CannotFail(binary),
        IConversionOperation conversion => Operands.CannotFail(conversion),
        IIsTypeOperation => true,
        IIsPatternOperation test => IsHarmless(test.Pattern),
        IPatternOperation pattern => IsHarmless(pattern),
        ITupleOperation => true,
        IObjectCreationOperation { Type.SpecialType: SpecialType.System_Object } => true,
        IInterpolatedStringOperation
        {
            Type.SpecialType: SpecialType.System_String,
            Parent: not IInterpolatedStringHandlerCreationOperation
        } => true,
        IInterpolatedStringTextOperation => true,
        IInterpolationOperation { Alignment: null, FormatString: null } hole => Operands.IsText(hole.Expression),
        _ => flags.Knows(operation),
    };

    // Operations of which not all parts are evaluated.
    private bool IsHarmlessWhole(IOperation operation) => operation switch
    {
        IBinaryOperation binary => Operands.IsShortCircuit(binary)
            && Operands.CannotFail(binary)
            && Contains(binary.LeftOperand)
            && Contains(binary.RightOperand),
        IConditionalOperation { IsRef: false } choice => choice.ChildOperations.All(Contains),
        ICoalesceOperation { ValueConversion.IsUserDefined: false } coalesce =>
            Contains(coalesce.Value) && Contains(coalesce.WhenNull),
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation } or IAnonymousFunctionOperation => true,
        _ => false,
    };

    private bool IsHarmless(IFieldReferenceOperation reference) =>
        !reference.Field.IsVolatile
        && (reference.Instance is { } owner
            ? owner is IInstanceReferenceOperation || owner.Type is { IsValueType: true }
            : StaticFields.IsHarmless(
                reference.Field, model.GetEnclosingSymbol(reference.Syntax.SpanStart)?.ContainingType));

    // No pattern that reads a property, an item or an enumerator of the value.
    private static bool IsHarmless(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation or IRelationalPatternOperation or ITypePatternOperation or IDiscardPatternOperation
            or IDeclarationPatternOperation => true,
        INegatedPatternOperation negated => IsHarmless(negated.Pattern),
        IBinaryPatternOperation both => IsHarmless(both.LeftPattern) && IsHarmless(both.RightPattern),
        IRecursivePatternOperation
        {
            DeconstructionSubpatterns: [], PropertySubpatterns: [],
            DeconstructSymbol: null
        } => true,
        _ => false,
    };
}
