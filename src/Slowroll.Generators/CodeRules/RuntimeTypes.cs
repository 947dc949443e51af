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
        Services = compilation.GetTypeByMetadataName("Slowroll.SlowrollServices");
        JsonElement = compilation.GetTypeByMetadataName("System.Text.Json.JsonElement");
    }

    public INamedTypeSymbol Config { get; }

    public INamedTypeSymbol? Flag { get; }

    public INamedTypeSymbol? FlagKey { get; }

    public INamedTypeSymbol? FlagName { get; }

    public INamedTypeSymbol? HashKey { get; }

    public INamedTypeSymbol? FlagClass { get; }

    /// <summary>The type that adds flags to a host; null without <c>Slowroll.Hosting</c>.</summary>
    public INamedTypeSymbol? Services { get; }

    public INamedTypeSymbol? JsonElement { get; }

    /// <summary>The types, or null if the project doesn't reference the runtime.</summary>
    public static RuntimeTypes? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Slowroll.SlowrollConfig") is { } config ? new(compilation, config) : null;

    /// <summary>Whether a type is a class of flags.</summary>
    public bool IsFlagClass(INamedTypeSymbol type) => type.Interfaces.Any(implemented => Same(implemented, FlagClass));

    /// <summary>Whether both are the same type, apart from type arguments.</summary>
    public static bool Same(ISymbol? one, ISymbol? other) =>
        one is not null && SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other);
}
