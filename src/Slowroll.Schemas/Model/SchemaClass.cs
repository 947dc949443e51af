namespace Slowroll.Schemas.Model;

/// <summary>The C# class that a schema becomes.</summary>
internal sealed record SchemaClass
{
    /// <summary>The schema's file name, without its folder: the same on every machine.</summary>
    public required string FileName { get; init; }

    /// <summary>The namespace, ready for C#; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The class's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether other assemblies see it.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>The absolute URL of its config, unless code gives another one; null if the project has
    /// none.</summary>
    public string? Url { get; init; }

    /// <summary>Whether it needs CLSCompliant(false), since its assembly is CLS-compliant.</summary>
    public bool DeniesClsCompliance { get; init; }

    /// <summary>Namespace and name, for example <c>Acme.Web.AppFeatures</c>.</summary>
    public string FullName => $"{Prefix}{Name}";

    /// <summary>The full names that nothing else may have: its own, that of the class that adds it to a host, and
    /// those of its members in <c>Flags</c>.</summary>
    public IReadOnlyList<string> TakenNames =>
        [FullName, $"{FullName}ServiceCollectionExtensions", $"{Prefix}Flags.{Name}", $"{Prefix}Flags.Use{Name}"];

    private string Prefix => Namespace is "" ? "" : $"{Namespace}.";
}
