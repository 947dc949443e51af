using System.Globalization;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.Reading;

/// <summary> The limits of a schema for a value besides its type. Only defaults are checked against them: a running
/// program reads each value of the right type, and the editor checks the config.
/// </summary>
internal sealed class ValueLimits(SchemaMerger merger)
{
    private static readonly (string Keyword, Func<JsonNode, JsonNode, bool> Allows)[] Known =
    [
        ("required", (value, limit) => value is not JsonObject json || limit is not JsonArray names
            || names.Items.OfType<JsonString>().All(name => json.Find(name.Text) is not null)),
        ("const", AreEqual),
        ("enum", (value, limit) => limit is not JsonArray allowed || allowed.Items.Any(one => AreEqual(value, one))),
        ("minimum", (value, limit) => Compare(value, limit) is not < 0),
        ("exclusiveMinimum", (value, limit) => Compare(value, limit) is not <= 0),
        ("maximum", (value, limit) => Compare(value, limit) is not > 0),
        ("exclusiveMaximum", (value, limit) => Compare(value, limit) is not >= 0),
        ("minLength", (value, limit) => Compare(Length(value), limit) is not < 0),
        ("maxLength", (value, limit) => Compare(Length(value), limit) is not > 0),
        ("minItems", (value, limit) => Compare(Count(value), limit) is not < 0),
        ("maxItems", (value, limit) => Compare(Count(value), limit) is not > 0),
    ];

    /// <summary>The first part of a value that is outside its limits, and what the schema says there; null if there
    /// is none.</summary>
    /// <param name="schema">The schema of the value.</param>
    /// <param name="value">A value of the right type.</param>
    public (TextRange Range, string Said)? FindBroken(JsonNode schema, JsonNode value)
    {
        var merged = merger.Read(schema);
        // Of several types the nearest counts, as in reading; of several limits all count.
        if (merged.Find("type") is { } type
            && !(type is JsonArray types ? types.Items : [type]).Any(one => IsOf(value, one)))
        {
            return (value.Range, $"\"type\": {MessageText.Json(type)}");
        }

        foreach (var (keyword, allows) in Known)
        {
            if (merged.FindAll(keyword).FirstOrDefault(limit => !allows(value, limit)) is { } limit)
            {
                return (value.Range, $"\"{keyword}\": {MessageText.Json(limit)}");
            }
        }

        if (value is JsonString { Text: var text }
            && merged.FindAll("pattern")
                .OfType<JsonString>()
                .FirstOrDefault(pattern => merger.Patterns.Matches(pattern.Text, text) is false) is { } broken)
        {
            return (value.Range, $"\"pattern\": {JsonText.Write(broken)}");
        }

        if (Unknown(merged, value) is { } unknown)
        {
            return (unknown.NameRange, "\"additionalProperties\": false");
        }

        return Parts(merged, value)
            .Select(part => FindBroken(part.Schema, part.Value))
            .FirstOrDefault(broken => broken is not null);
    }

    private static IEnumerable<(JsonNode Schema, JsonNode Value)> Parts(MergedSchema merged, JsonNode value) =>
        value switch
        {
            JsonArray array when merged.Find("items") is { } items => array.Items.Select(item => (items, item)),
            JsonObject json => json.Members
                .Select(member => (Schema: merged.Property(member.Name)!, member.Value))
                .Where(part => part.Schema is not null),
            _ => [],
        };

    private static JsonMember? Unknown(MergedSchema merged, JsonNode value) =>
        value is JsonObject json
            && merged.Find("additionalProperties") is JsonBoolean { Value: false }
            && merged.Find("patternProperties") is null
            ? json.Members.FirstOrDefault(member => merged.Property(member.Name) is null)
            : null;

    // 1 and 1.0 are one number.
    private static bool AreEqual(JsonNode one, JsonNode other) =>
        one is JsonString { Text: var text } ? other is JsonString { Text: var same } && text == same
        : Compare(one, other) is { } order ? order == 0
        : JsonText.Write(one) == JsonText.Write(other);

    // Numbers beyond both types are left to the editor: .NET Framework rejects them, and .NET returns infinity.
    private static int? Compare(JsonNode? value, JsonNode limit) =>
        value is not JsonNumber { Text: var one } || limit is not JsonNumber { Text: var other } ? null
        : Exact(one) is { } exact && Exact(other) is { } exactLimit ? exact.CompareTo(exactLimit)
        : Rough(one) is { } rough && Rough(other) is { } roughLimit ? rough.CompareTo(roughLimit)
        : null;

    // Only values that stay JSON need this check; the others have a C# type.
    private static bool IsOf(JsonNode value, JsonNode type) => (type as JsonString)?.Text switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonString,
        "boolean" => value is JsonBoolean,
        "null" => value is JsonNull,
        "number" => value is JsonNumber,
        "integer" => value is JsonNumber { Text: var number }
            && (Exact(number) is not { } exact || decimal.Truncate(exact) == exact),
        _ => true,
    };

    private static decimal? Exact(string number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static double? Rough(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && !double.IsInfinity(value) ? value : null;

    // JSON Schema counts a surrogate pair as one character.
    private static JsonNumber? Length(JsonNode value) =>
        value is JsonString { Text: var text }
            ? Number(text.Length - text.Where((_, i) => char.IsSurrogatePair(text, i)).Count())
            : null;

    private static JsonNumber? Count(JsonNode value) => value is JsonArray array ? Number(array.Items.Count) : null;

    private static JsonNumber Number(int value) => new(default, value.ToString(CultureInfo.InvariantCulture));
}
