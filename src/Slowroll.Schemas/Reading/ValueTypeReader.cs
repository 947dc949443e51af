using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Schemas.Reading;

/// <summary>Decides a flag's value type.</summary>
internal sealed class ValueTypeReader(SchemaMerger merger, ProblemList problems, DeclaredTypes declared)
{
    private readonly HashSet<JsonNode> _underWay = [];
    private readonly EnumReader _enums = new(declared, problems);
    private readonly RecordReader _records = new(declared, merger, problems);

    /// <summary>The type that the flag's rollout gives, or null after a problem was reported.</summary>
    public ValueType? Read(string path, JsonMember flag, MergedSchema merged)
    {
        var (stable, @new) = (merged.Property("stable"), merged.Property("new"));
        if ((stable ?? @new) is not { } value)
        {
            return merged.Form is { } form
                ? form.Value ?? KnownTypes.AnyJson
                : Unsupported(path, flag.NameRange,
                    $"it is no rollout; write \"$ref\": \"{BaseSchema.FileName}#/$defs/boolean\" or another form of "
                        + "the base schema");
        }

        var type = ReadValue(path, value, flag.Name);
        if (merged.Form?.Value is { } said
            && (type is AnyJsonType || (type is NumberType && merger.Read(value).Find("type") is null)))
        {
            return said; // The form gives the type; the keywords beside it only limit the values.
        }

        return type is not null && stable is not null && @new is not null
            && !SameShape(stable, @new) && ReadValue(path, @new, flag.Name) is { } other && other != type
            ? Unsupported(
                path, @new.Range, $"\"stable\" is {type.Wanted}, \"new\" is {other.Wanted}; give both one type")
            : type;
    }

    // The same schema written twice, as often for "stable" and "new", is one type.
    private static bool SameShape(JsonNode stable, JsonNode @new) => JsonText.Write(stable) == JsonText.Write(@new);

    // A type that contains itself has no end and no C# type. A type deeper than JSON can be has no values.
    private ValueType? ReadValue(string path, JsonNode schema, string name)
    {
        var definition = merger.DefinitionOf(schema, name);
        var refused = _underWay.Contains(definition.Definition)
            ? "it is a part of itself; remove the type of the inner one, so that it is any JSON"
            : _underWay.Count >= JsonText.MaxDepth ? $"it is more than {JsonText.MaxDepth} types deep; remove the "
                + "type of the inner ones, so that they are any JSON"
            : null;
        if (refused is not null)
        {
            problems.Add(SchemaRules.BadReference, schema.Range, MessageText.Json(schema), refused);
            return null;
        }

        _underWay.Add(definition.Definition);
        var type = ReadValue(path, schema, definition);
        _underWay.Remove(definition.Definition);
        return type;
    }

    private ValueType? ReadValue(string path, JsonNode schema, (JsonNode Node, string Name) definition)
    {
        var merged = merger.Read(schema);
        if (merged.IsBroken)
        {
            return null;
        }

        if (merged.Form is not null)
        {
            return Unsupported(path, schema.Range,
                "this is the schema of one value, not of a rollout; write \"type\": \"boolean\" or another type");
        }

        List<JsonString> types = [.. Types(merged.Find("type"))];
        var isNullable = types.RemoveAll(type => type.Text == "null") > 0;
        var values = merged.Find("enum") as JsonArray;
        isNullable |= values is not null && values.Items.Any(value => value is JsonNull);
        var type = types switch
        {
            [] when values is not null
                && !values.Items.Any(value => value is JsonString)
                && KnownTypes.OfAll(values.Items) is { } common => common,
            [] or [{ Text: "string" }] when values is not null =>
                _enums.Read(new(path, definition.Node, definition.Name, merged), values),
            [] when merged.Find("const") is { } constant => KnownTypes.OfAll([constant]) ?? KnownTypes.AnyJson,
            [] when merged.HasProperties && merged.Find("items") is not null =>
                Unsupported(path, schema.Range, "it has \"properties\" and \"items\"; say which of the two it is with "
                    + "\"type\": \"object\" or \"type\": \"array\""),
            [{ Text: "object" }] when merged.HasProperties => Record(path, definition, merged),
            [{ Text: "array" }] => List(path, definition.Name, merged),
            [{ Text: "object" }] => KnownTypes.AnyJson,
            [var one] when KnownTypes.Find(one.Text, merged.FindText("format")) is { } known => known,
            [var one] =>
                Unsupported(path, one.Range, $"value type {MessageText.Quote(one.Text)} is not supported; use "
                    + "boolean, string, integer, number, array or object, or no \"type\" for any JSON"),
            [] when merged.HasProperties => Record(path, definition, merged),
            [] when merged.Find("items") is not null => List(path, definition.Name, merged),
            _ => KnownTypes.AnyJson,
        };
        if (type is null or AnyJsonType)
        {
            return type;
        }

        if (types is [{ Text: var plain }])
        {
            FormatCheck.Check(plain, merged.Find("format"), problems);
        }

        // The values of an enum were checked when it was made; many flags may share it.
        var others = type is EnumType ? null : values;
        return others?.Items.FirstOrDefault(value => value is not JsonNull && type.Express(value) is null) is { } other
            ? Unsupported(path, other.Range,
                $"its \"enum\" has {MessageText.Json(other)}, and a value must "
                    + $"be {type.Wanted}; remove that one, or the \"enum\"")
            : isNullable ? new NullableType(type) : type;
    }

    private ValueType? Record(string path, (JsonNode Node, string Name) definition, MergedSchema merged) =>
        _records.Read(
            new(path, definition.Node, definition.Name, merged),
            (member, memberName) => ReadValue(path, member.Value, memberName));

    private ListType? List(string path, string name, MergedSchema merged) =>
        merged.Find("items") is not { } items ? new ListType(KnownTypes.AnyJson)
        : ReadValue(path, items, $"{name}_item") is { } item ? new ListType(item)
        : null;

    private static IEnumerable<JsonString> Types(JsonNode? type) => type switch
    {
        JsonString one => [one],
        JsonArray many => many.Items.OfType<JsonString>(),
        _ => [],
    };

    private ValueType? Unsupported(string path, TextRange range, string reason)
    {
        problems.AddUnsupportedType(path, range, reason);
        return null;
    }
}
