using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;

namespace Slowroll.Schemas.ValueTypes;

/// <summary>
/// What a flag's value is, in C#. A closed set: each case says its C# name and how a JSON value becomes a C# expression.
/// </summary>
internal abstract record ValueType
{
    private protected ValueType()
    {
    }

    /// <summary>The C# type, fully qualified.</summary>
    public abstract string CSharpName { get; }

    /// <summary>Whether it is a class: at run time its nullable form is the same type, so a flag must say that it takes null.</summary>
    public virtual bool IsClass => false;

    /// <summary>What a flag without a default answers; null if such a flag must name one.</summary>
    public abstract FlagDefault? Zero { get; }

    /// <summary>What fits, for a message: "a whole number of 32 bits".</summary>
    public abstract string Wanted { get; }

    /// <summary>A value that fits, as JSON.</summary>
    public abstract string Example { get; }

    /// <summary>A C# expression of what reads such a value in a running program.</summary>
    public virtual string Reader => $"global::Slowroll.FlagReaders.Of<{CSharpName}>()";

    /// <summary>Whether the running program knows by the type alone how to read it.</summary>
    public virtual bool IsBuiltIn => false;

    /// <summary>The JSON value as a C# expression of this type, or null if it doesn't fit.</summary>
    public abstract string? Express(JsonNode value);

    /// <summary>What doesn't fit, as far inside as it can be named; null if all fits.</summary>
    public virtual Mismatch? FindMismatch(JsonNode value) => Express(value) is null ? new(value, "", Wanted) : null;

    /// <summary>The members, however far inside, that will have been meant by other names.</summary>
    public virtual IEnumerable<MisspelledMember> FindMisspelled(JsonNode value) => [];
}
