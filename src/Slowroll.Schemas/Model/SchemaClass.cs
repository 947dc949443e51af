namespace Slowroll.Schemas.Model;

/// <summary>The C# class that a schema becomes.</summary>
public sealed record SchemaClass
{
    /// <summary>The schema's file name, without its folder: the same on every machine.</summary>
    public required string FileName { get; init; }

    /// <summary>The namespace, ready for C#; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The class's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether other assemblies see it.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>Where its config lies when nobody says otherwise, an absolute URL; null if the project doesn't say.</summary>
    public string? Url { get; init; }

    /// <summary>Whether it must say that it isn't for all languages, since its assembly says the contrary of all public types.</summary>
    public bool DeniesClsCompliance { get; init; }

    /// <summary>Namespace and name, for example <c>Acme.Web.AppFeatures</c>.</summary>
    public string FullName => $"{Prefix}{Name}";

    /// <summary>The full names that nobody else may have: its own, that of what adds it to a host, and those that <c>Flags</c> has for it.</summary>
    public IReadOnlyList<string> TakenNames =>
        [FullName, $"{FullName}ServiceCollectionExtensions", $"{Prefix}Flags.{Name}", $"{Prefix}Flags.Use{Name}"];

    private string Prefix => Namespace is "" ? "" : $"{Namespace}.";
}
