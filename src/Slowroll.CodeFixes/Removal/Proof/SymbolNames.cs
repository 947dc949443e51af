using Microsoft.CodeAnalysis;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>Gives each symbol a name that is the same before and after the rewriting, and different for different
/// symbols.</summary>
internal static class SymbolNames
{
    private static readonly SymbolDisplayFormat Full = new(
        SymbolDisplayGlobalNamespaceStyle.Included,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeExplicitInterface,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public const string None = "-";

    public static string Of(ISymbol? symbol) => symbol switch
    {
        null => None,
        ILocalSymbol local => $"{local.Name} {Of(local.Type)} {Declaration(local)}",
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } function =>
            $"{function.Name} {Of(function.ReturnType)} "
                + $"({string.Join(", ", function.Parameters.Select(parameter => Of(parameter.Type)))}) "
                + Declaration(function),
        IParameterSymbol or IRangeVariableSymbol or ILabelSymbol =>
            $"{symbol.Kind} {symbol.Name} {Declaration(symbol)}",
        _ => symbol.ToDisplayString(Full),
    };

    // Symbols inside a method are named by the place of their declaration.
    private static string Declaration(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } place && Origins.Of(place) is { } number
            ? $"@{number}"
            : "";
}
