namespace Slowroll.Schemas.Model;

/// <summary>The C# class of a schema: values only, no positions, so that moving a line changes nothing.</summary>
internal sealed record SchemaModel
{
    /// <summary>The class that is generated.</summary>
    public required SchemaClass Class { get; init; }

    /// <summary>The schema's description.</summary>
    public required string? Description { get; init; }

    /// <summary>The types of the flags' values, each once.</summary>
    public required EquatableArray<DeclaredType> Types { get; init; }

    /// <summary>The flags of all sections, in the schema's order.</summary>
    public required EquatableArray<FlagModel> Flags { get; init; }
}
