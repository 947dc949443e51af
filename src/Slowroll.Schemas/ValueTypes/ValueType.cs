using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;

namespace Slowroll.Schemas.ValueTypes;

/// <summary> The C# type of a flag's value. The set is closed: each case has its C# name and writes a JSON value as a
/// C# expression.
/// </summary>
internal abstract record ValueType
{
    private protected ValueType()
    {
    }

    /// <summary>The C# type, fully qualified.</summary>
    public abstract string CSharpName { get; }

    /// <summary>Whether it is a class: at run time its nullable form is the same type, so a flag must say whether
    /// null is allowed.</summary>
    public virtual bool IsClass => false;

    /// <summary>What a flag without a default answers; null if such a flag needs a default.</summary>
    public abstract FlagDefault? Zero { get; }

    /// <summary>Which values are allowed, for a message: "a whole number of 32 bits".</summary>
    public abstract string Wanted { get; }

    /// <summary>A value that fits, as JSON.</summary>
    public abstract string Example { get; }

    /// <summary>A C# expression for the reader of such values in the running program.</summary>
    public virtual string Reader => $"global::Slowroll.FlagReaders.Of<{CSharpName}>()";

    /// <summary>Whether the running program needs only the type to read it.</summary>
    public virtual bool IsBuiltIn => false;

    /// <summary>The JSON value as a C# expression of this type, or null if it doesn't fit.</summary>
    public abstract string? Express(JsonNode value);

    /// <summary>The innermost part with the wrong type; null if there is none.</summary>
    public virtual Mismatch? FindMismatch(JsonNode value) => Express(value) is null ? new(value, "", Wanted) : null;

    /// <summary>The misspelled members, at any depth.</summary>
    public virtual IEnumerable<MisspelledMember> FindMisspelled(JsonNode value) => [];
}
