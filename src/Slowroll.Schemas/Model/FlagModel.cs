namespace Slowroll.Schemas.Model;

/// <summary>A flag, with all that a printer needs.</summary>
internal sealed record FlagModel
{
    /// <summary>The section's name in the config.</summary>
    public required string Section { get; init; }

    /// <summary>The flag's name in its section.</summary>
    public required string Key { get; init; }

    /// <summary>The C# name, PascalCase and unique.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the parameter that takes the hash key, without <c>@</c>.</summary>
    public required string HashKey { get; init; }

    /// <summary>The value's C# type, fully qualified: <c>bool</c>, <c>global::System.Uri</c>, <c>int?</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>Whether the flag must say that null is allowed, since its type doesn't at run time:
    /// <c>string?</c>.</summary>
    public required bool AllowsNull { get; init; }

    /// <summary>A C# expression for the reader of its values; null for a built-in type.</summary>
    public required string? Reader { get; init; }

    /// <summary>What the flag answers when the config has nothing.</summary>
    public required FlagDefault Default { get; init; }

    /// <summary>What the schema says about the flag.</summary>
    public required string? Description { get; init; }

    /// <summary>Examples of it, as the schema has them.</summary>
    public required EquatableArray<string> Examples { get; init; }

    /// <summary>Whether the schema calls it deprecated.</summary>
    public required bool IsDeprecated { get; init; }
}

/// <summary>A default in both languages.</summary>
/// <param name="Expression">As a C# expression.</param>
/// <param name="Json">As the schema has it.</param>
internal sealed record FlagDefault(string Expression, string Json);
