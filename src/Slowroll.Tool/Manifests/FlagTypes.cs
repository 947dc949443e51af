using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Tool.Manifests;

/// <summary>The types of a manifest's flags, and those of a schema that they stand for.</summary>
internal static class FlagTypes
{
    /// <summary>The manifest's name of a value type.</summary>
    public static string Of(ValueType type) => type switch
    {
        BooleanType => "boolean",
        Int32Type or Int64Type => "integer",
        NumberType => "float",
        StringType or TextType or EnumType => "string",
        NullableType { Inner: var inner } => Of(inner),
        _ => "object",
    };

    /// <summary>Whether a manifest says all of a type: else a member for this command says the rest.</summary>
    public static bool IsWhole(ValueType type) =>
        type is BooleanType or Int32Type or DoubleType or StringType or AnyJsonType;

    /// <summary>The type of a schema, and the form of the base schema, for a manifest's type; null for one that a
    /// manifest doesn't have.</summary>
    public static (string Form, ValueType Type)? Find(string flagType) => flagType switch
    {
        "boolean" => ("boolean", new BooleanType()),
        "string" => ("string", new StringType()),
        "integer" => ("integer", new Int32Type()),
        "float" => ("number", new DoubleType()),
        "object" => ("rollout", KnownTypes.AnyJson),
        _ => null,
    };
}
