using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>The meaning of a node to the compiler.</summary>
/// <param name="Own">What it refers to and calls, whatever it stands in.</param>
/// <param name="Type">Its type by itself.</param>
/// <param name="Converted">The type that it is converted to where it stands.</param>
/// <param name="Conversion">The method that converts it, if one does.</param>
/// <param name="IsNull">Whether it is null as such, which is the same in every type.</param>
internal sealed record Meaning(string Own, string Type, string Converted, string Conversion, bool IsNull)
{
    /// <summary>Whether it has no type of its own, like <c>null</c>.</summary>
    public bool IsTypeless => Type == SymbolNames.None;

    public bool IsConvertedLike(Meaning other) => Converted == other.Converted && Conversion == other.Conversion;

    /// <summary>The meaning of a node; null if nothing of it can change.</summary>
    public static Meaning? Of(SyntaxNode node, SemanticModel model) => node switch
    {
        ExpressionSyntax expression => OfExpression(expression, model),
        CommonForEachStatementSyntax loop => Alone(OfLoop(
            model.GetForEachStatementInfo(loop),
            loop is ForEachStatementSyntax named ? model.GetDeclaredSymbol(named) : null)),
        VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ParameterSyntax =>
            Alone(SymbolNames.Of(model.GetDeclaredSymbol(node))),
        QueryClauseSyntax clause => Alone(SymbolNames.Of(model.GetQueryClauseInfo(clause).OperationInfo.Symbol)
            + SymbolNames.Of(model.GetQueryClauseInfo(clause).CastInfo.Symbol)),
        SelectOrGroupClauseSyntax
            or OrderingSyntax
            or ConstructorInitializerSyntax
            or PrimaryConstructorBaseTypeSyntax =>
            Alone(SymbolNames.Of(model.GetSymbolInfo(node).Symbol) + Arguments(node, model)),
        _ => null,
    };

    private static Meaning OfExpression(ExpressionSyntax expression, SemanticModel model)
    {
        var type = model.GetTypeInfo(expression);
        var conversion = model.GetConversion(expression);
        var own = SymbolNames.Of(model.GetSymbolInfo(expression).Symbol) + Arguments(expression, model)
            + (expression is AwaitExpressionSyntax awaiting
                ? SymbolNames.Of(model.GetAwaitExpressionInfo(awaiting).GetAwaiterMethod)
                : "")
            + (expression
                is InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression } items
                ? string.Join(" ", items.Expressions.Select(
                    item => SymbolNames.Of(model.GetCollectionInitializerSymbolInfo(item).Symbol)))
                : "");
        return new(own, SymbolNames.Of(type.Type), SymbolNames.Of(type.ConvertedType), conversion.IsUserDefined
            ? SymbolNames.Of(conversion.MethodSymbol)
            : "",
            type.Type is null && model.GetConstantValue(expression) is { HasValue: true, Value: null });
    }

    private static Meaning Alone(string own) => new(own, "", "", "", false);

    private static string OfLoop(ForEachStatementInfo loop, ISymbol? item) => string.Join(" ",
        SymbolNames.Of(loop.GetEnumeratorMethod), SymbolNames.Of(loop.MoveNextMethod),
        SymbolNames.Of(loop.CurrentProperty),
        SymbolNames.Of(loop.DisposeMethod), SymbolNames.Of(loop.ElementType), SymbolNames.Of(item));

    // The arguments of a params array, and the values of optional arguments.
    private static string Arguments(SyntaxNode call, SemanticModel model) => model.GetOperation(call) switch
    {
        IInvocationOperation invocation => Of(invocation.Arguments),
        IObjectCreationOperation creation => Of(creation.Arguments),
        IPropertyReferenceOperation indexer => Of(indexer.Arguments),
        _ => "",
    };

    private static string Of(IEnumerable<IArgumentOperation> arguments) => string.Join(" ", arguments
        .Where(argument => !IsLine(argument.Parameter))
        .Select(argument => $"{argument.Parameter?.Ordinal}{argument.ArgumentKind}{Default(argument)}"));

    private static object? Default(IArgumentOperation argument) =>
        argument.ArgumentKind is ArgumentKind.DefaultValue ? argument.Value.ConstantValue.Value : null;

    // Line numbers change when a line is removed.
    private static bool IsLine(IParameterSymbol? parameter) =>
        parameter?.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "CallerLineNumberAttribute")
            is true;
}
