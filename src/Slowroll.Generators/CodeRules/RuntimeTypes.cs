using Microsoft.CodeAnalysis;

namespace Slowroll.Generators.CodeRules;

/// <summary>The runtime's types as a compilation has them.</summary>
internal sealed class RuntimeTypes
{
    private RuntimeTypes(Compilation compilation, INamedTypeSymbol config)
    {
        Config = config;
        Flag = compilation.GetTypeByMetadataName("Slowroll.Flag`1");
        FlagKey = compilation.GetTypeByMetadataName("Slowroll.FlagKey`1");
        FlagName = compilation.GetTypeByMetadataName("Slowroll.FlagName");
        HashKey = compilation.GetTypeByMetadataName("Slowroll.HashKey");
        FlagClass = compilation.GetTypeByMetadataName("Slowroll.IFlagClass`1");
        JsonElement = compilation.GetTypeByMetadataName("System.Text.Json.JsonElement");
    }

    public INamedTypeSymbol Config { get; }

    public INamedTypeSymbol? Flag { get; }

    public INamedTypeSymbol? FlagKey { get; }

    public INamedTypeSymbol? FlagName { get; }

    public INamedTypeSymbol? HashKey { get; }

    public INamedTypeSymbol? FlagClass { get; }

    public INamedTypeSymbol? JsonElement { get; }

    /// <summary>The types, or null where the runtime isn't referred to.</summary>
    public static RuntimeTypes? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Slowroll.SlowrollConfig") is { } config ? new(compilation, config) : null;

    /// <summary>Whether the one is the other, whatever its type arguments.</summary>
    public static bool Same(ISymbol? one, ISymbol? other) =>
        one is not null && SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other);
}
