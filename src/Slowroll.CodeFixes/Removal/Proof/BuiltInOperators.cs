using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>The built-in operators that give a Boolean.</summary>
internal static class BuiltInOperators
{
    public static bool Is(ExpressionSyntax node, SemanticModel model) =>
        IsTruth(model, node)
        && model.GetOperation(node) is IUnaryOperation { OperatorMethod: null }
            or IBinaryOperation { OperatorMethod: null }
            or IBinaryOperation
        {
            LeftOperand.Type.SpecialType: SpecialType.System_String,
            RightOperand.Type.SpecialType: SpecialType.System_String
        };

    public static bool IsTruth(SemanticModel model, ExpressionSyntax expression) =>
        model.GetTypeInfo(expression).Type?.SpecialType is SpecialType.System_Boolean;
}
