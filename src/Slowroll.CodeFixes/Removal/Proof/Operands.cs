using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>The built-in operators and conversions that can't throw and call no code.</summary>
internal static class Operands
{
    public static bool IsShortCircuit(IBinaryOperation binary) =>
        binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr;

    public static bool CannotFail(IBinaryOperation binary) => binary.OperatorKind switch
    {
        BinaryOperatorKind.Add when binary.Type?.SpecialType is SpecialType.System_String =>
            IsText(binary.LeftOperand) && IsText(binary.RightOperand),
        BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            when IsString(binary.LeftOperand) && IsString(binary.RightOperand) => true,
        BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals when binary.OperatorMethod is null =>
            AreSimple(binary.LeftOperand, binary.RightOperand)
                || IsReference(binary.LeftOperand) && IsReference(binary.RightOperand),
        BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder =>
            IsFloating(binary.Type) && AreSimple(binary.LeftOperand, binary.RightOperand),
        BinaryOperatorKind.Power
            or BinaryOperatorKind.Like
            or BinaryOperatorKind.Concatenate
            or BinaryOperatorKind.None => false,
        _ => binary is { OperatorMethod: null, IsChecked: false } && AreSimple(binary.LeftOperand, binary.RightOperand),
    };

    public static bool CannotFail(IConversionOperation conversion)
    {
        var (from, to) = (conversion.Operand.Type, conversion.Type);
        var kind = conversion.Conversion;
        return conversion.OperatorMethod is null
            && to is not null
            && to.TypeKind is not TypeKind.Dynamic
            && from?.TypeKind is not TypeKind.Dynamic
            && (kind.IsIdentity
                || kind.IsNullable && kind.IsImplicit && IsSimple(Inner(from)) && IsSimple(Inner(to))
                || kind.IsReference && kind.IsImplicit
                || conversion.IsTryCast
                || conversion.Operand.ConstantValue is { HasValue: true, Value: null } && to.IsReferenceType
                || to.SpecialType is SpecialType.System_Object && from?.IsValueType is true // boxing
                || kind.IsNumeric && !conversion.IsChecked && IsSimple(from) && IsSimple(to)
                || !conversion.IsChecked
                    && IsSimple(from)
                    && IsSimple(to)
                    && (from?.TypeKind is TypeKind.Enum || to.TypeKind is TypeKind.Enum));
    }

    /// <summary>Whether operands are Booleans, characters or primitive numbers, or their nullable forms.</summary>
    public static bool AreSimple(params IReadOnlyList<IOperation> operands) =>
        operands.All(operand => IsSimple(Inner(operand.Type)));

    /// <summary>Whether an operand can be converted to text without calling user code.</summary>
    public static bool IsText(IOperation operand)
    {
        var inner = operand is IConversionOperation
        {
            IsImplicit: true, OperatorMethod: null,
            Type.SpecialType: SpecialType.System_Object or SpecialType.System_String
        } boxed ? boxed.Operand : operand;
        return inner.Type?.SpecialType is SpecialType.System_String
            || inner.Type is { TypeKind: not TypeKind.Enum } type && IsSimple(type)
            || inner.ConstantValue is { HasValue: true, Value: null };
    }

    private static bool IsString(IOperation operand) =>
        operand.Type?.SpecialType is SpecialType.System_String
            || operand.ConstantValue is { HasValue: true, Value: null };

    private static bool IsReference(IOperation operand) =>
        operand.Type is null or { IsReferenceType: true, TypeKind: not (TypeKind.Delegate or TypeKind.Dynamic) };

    private static bool IsFloating(ITypeSymbol? type) =>
        Inner(type)?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    private static bool IsSimple(ITypeSymbol? type) => type is { TypeKind: TypeKind.Enum } || type?.SpecialType
        is SpecialType.System_Boolean or SpecialType.System_Char
        or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64)
        or SpecialType.System_Single or SpecialType.System_Double
        or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private static ITypeSymbol? Inner(ITypeSymbol? type) =>
        type is INamedTypeSymbol
        {
            OriginalDefinition.SpecialType: SpecialType.System_Nullable_T,
            TypeArguments: [var inner]
        } ? inner : type;
}
