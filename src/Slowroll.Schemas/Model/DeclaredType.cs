namespace Slowroll.Schemas.Model;

/// <summary>A type of a schema, with all that a printer needs.</summary>
internal abstract record DeclaredType
{
    private protected DeclaredType()
    {
    }

    /// <summary>The C# name, unique among the class's types.</summary>
    public required string Name { get; init; }

    /// <summary>The method that reads it. No type has a name that starts with a small letter.</summary>
    public string ReaderName => $"read{Name}";

    /// <summary>What the schema says about it.</summary>
    public required string? Description { get; init; }

    /// <summary>Examples of it, as the schema has them.</summary>
    public required EquatableArray<string> Examples { get; init; }

    /// <summary>Whether the schema calls it deprecated.</summary>
    public required bool IsDeprecated { get; init; }
}

/// <summary>A string of a few known texts.</summary>
internal sealed record EnumDeclaration : DeclaredType
{
    /// <summary>The texts, in the schema's order.</summary>
    public required EquatableArray<EnumMember> Members { get; init; }
}

/// <summary>A text and its C# name.</summary>
internal sealed record EnumMember(string Text, string Name);

/// <summary>An object of known properties.</summary>
internal sealed record RecordDeclaration : DeclaredType
{
    /// <summary>The properties, in the schema's order.</summary>
    public required EquatableArray<RecordMember> Members { get; init; }
}

/// <summary>A property of a record.</summary>
internal sealed record RecordMember
{
    /// <summary>The name in JSON.</summary>
    public required string Key { get; init; }

    /// <summary>The C# name.</summary>
    public required string Name { get; init; }

    /// <summary>The C# type, fully qualified.</summary>
    public required string TypeName { get; init; }

    /// <summary>A C# expression of the reader of that type.</summary>
    public required string Reader { get; init; }

    /// <summary>Whether an object must have it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>The value when an object doesn't have it, as a C# expression; null for the type's own
    /// default.</summary>
    public required string? Default { get; init; }

    /// <summary>What the schema says about it.</summary>
    public required string? Description { get; init; }

    /// <summary>Examples of it, as the schema has them.</summary>
    public required EquatableArray<string> Examples { get; init; }

    /// <summary>Whether the schema calls it deprecated.</summary>
    public required bool IsDeprecated { get; init; }
}
