using Microsoft.CodeAnalysis;

namespace Slowroll.CodeFixes.Removal.Proof;

/// <summary>Names symbols so that the same one has the same name before and after, and another one has another.</summary>
internal static class SymbolNames
{
    private static readonly SymbolDisplayFormat Full = new(
        SymbolDisplayGlobalNamespaceStyle.Included,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeExplicitInterface,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public const string None = "-";

    public static string Of(ISymbol? symbol) => symbol switch
    {
        null => None,
        ILocalSymbol local => $"{local.Name} {Of(local.Type)} {Declaration(local)}",
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } function =>
            $"{function.Name} {Of(function.ReturnType)} ({string.Join(", ", function.Parameters.Select(parameter => Of(parameter.Type)))}) {Declaration(function)}",
        IParameterSymbol or IRangeVariableSymbol or ILabelSymbol => $"{symbol.Kind} {symbol.Name} {Declaration(symbol)}",
        _ => symbol.ToDisplayString(Full),
    };

    // What a method declares is known by the place where it does.
    private static string Declaration(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } place && Origins.Of(place) is { } number ? $"@{number}" : "";
}
