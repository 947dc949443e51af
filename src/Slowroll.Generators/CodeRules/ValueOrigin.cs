using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Slowroll.Generators.CodeRules;

/// <summary>Follows a value to its origin: through conversions, locals that are set once, and readonly fields that
/// only their initializer sets.</summary>
internal static class ValueOrigin
{
    private const int MaxSteps = 8;

    /// <summary>The operation that makes the value, as far back as it is known.</summary>
    public static IOperation Of(IOperation value)
    {
        for (var steps = 0; steps < MaxSteps && !value.ConstantValue.HasValue && Before(value) is { } before; steps++)
        {
            value = before;
        }

        return value;
    }

    /// <summary>The value as a constant text, or null if it is none.</summary>
    public static string? Text(IOperation value) =>
        Of(value).ConstantValue is { HasValue: true, Value: string text } ? text : null;

    private static IOperation? Before(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
        ILocalReferenceOperation { Local: var local }
            when Initializer(local) is { } initializer && !IsWritten(local, RootOf(value)) =>
            value.SemanticModel?.GetOperation(initializer),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field }
            when Initializer(field) is { } initializer && !IsSetElsewhere(field) =>
            ModelFor(initializer, value.SemanticModel)?.GetOperation(initializer),
        _ => null,
    };

    private static ExpressionSyntax? Initializer(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences is [var declaration]
            && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
            ? value
            : null;

    private static IOperation RootOf(IOperation operation) =>
        operation.Parent is { } parent ? RootOf(parent) : operation;

    private static bool IsWritten(ILocalSymbol local, IOperation root) => root
        .Descendants()
        .OfType<ILocalReferenceOperation>()
        .Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local) && reference.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == reference,
            IIncrementOrDecrementOperation or ITupleOperation or IAddressOfOperation => true,
            IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
            _ => false,
        });

    // Only a constructor and an init accessor could set it; each mention of the name there counts as one.
    private static bool IsSetElsewhere(IFieldSymbol field) => field.ContainingType.DeclaringSyntaxReferences
        .SelectMany(part => part.GetSyntax().DescendantNodes())
        .Where(node => node.IsKind(SyntaxKind.ConstructorDeclaration)
            || node.IsKind(SyntaxKind.InitAccessorDeclaration))
        .SelectMany(node => node.DescendantTokens())
        .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == field.Name);

    // A new semantic model is expensive; it is made only for a field of another file that is passed as a name or a
    // hash key.
#pragma warning disable RS1030
    private static SemanticModel? ModelFor(SyntaxNode node, SemanticModel? near) =>
        near?.SyntaxTree == node.SyntaxTree ? near : near?.Compilation.GetSemanticModel(node.SyntaxTree);
#pragma warning restore RS1030
}
