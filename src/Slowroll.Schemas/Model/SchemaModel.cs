namespace Slowroll.Schemas.Model;

/// <summary>A schema as C# will see it: values only, no positions, so that moving a line rebuilds nothing.</summary>
public sealed record SchemaModel
{
    /// <summary>The class to be.</summary>
    public required SchemaClass Class { get; init; }

    /// <summary>The schema's description.</summary>
    public required string? Description { get; init; }

    /// <summary>The types that flags bring along, each once.</summary>
    public required EquatableArray<DeclaredType> Types { get; init; }

    /// <summary>The flags of all sections, in the schema's order.</summary>
    public required EquatableArray<FlagModel> Flags { get; init; }
}
