using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.ValueTypes;

/// <summary>The C# types by <c>type</c> and <c>format</c>.</summary>
internal static class KnownTypes
{
    public static readonly ValueType AnyJson = new AnyJsonType();

    private static readonly Dictionary<string, ValueType> ByType = new(StringComparer.Ordinal)
    {
        ["boolean"] = new BooleanType(),
        ["integer"] = new Int32Type(),
        ["number"] = new DoubleType(),
        ["string"] = new StringType(),
    };

    private static readonly Dictionary<(string Type, string Format), ValueType> ByFormat = new()
    {
        [("integer", "int64")] = new Int64Type(),
        [("number", "decimal")] = new DecimalType(),
        [("string", "date-time")] = new DateTimeType(),
        [("string", "date")] = new DateType(),
        [("string", "uri")] = new UriType(),
        [("string", "uuid")] = new GuidType(),
    };

    private static readonly ValueType[] Narrowest =
        [new BooleanType(), new StringType(), new Int32Type(), new Int64Type(), new DoubleType()];

    /// <summary>The type, or null if there is none yet. A format that has no C# type of its own changes
    /// nothing.</summary>
    public static ValueType? Find(string type, string? format) =>
        format is not null && ByFormat.TryGetValue((type, format), out var formatted) ? formatted
        : ByType.TryGetValue(type, out var plain) ? plain
        : null;

    /// <summary>The formats that give a type's values a C# type of their own.</summary>
    public static IEnumerable<string> FormatsOf(string type) =>
        ByFormat.Keys.Where(known => known.Type == type).Select(known => known.Format);

    /// <summary>The narrowest plain type that values have in common; null where they have none.</summary>
    public static ValueType? OfAll(IReadOnlyList<JsonNode> values) => Narrowest.FirstOrDefault(type =>
        values.Any(value => value is not JsonNull)
            && values.All(value => value is JsonNull || type.Express(value) is not null));
}
