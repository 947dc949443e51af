using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Schemas.Reading;

/// <summary>Decides a flag's value type.</summary>
internal sealed class ValueTypeReader(PlaceReader places, ProblemList problems, DeclaredTypes declared)
{
    private readonly HashSet<JsonNode> _underWay = [];
    private readonly EnumReader _enums = new(declared, problems);
    private readonly RecordReader _records = new(declared, places, problems);

    /// <summary>The type that the flag's rollout gives, or null after a problem was reported.</summary>
    public ValueType? Read(string path, JsonMember flag, SchemaPlace place)
    {
        var (stable, @new) = (place.Property("stable"), place.Property("new"));
        if ((stable ?? @new) is not { } value)
        {
            return place.Form is { } form
                ? form.Value ?? KnownTypes.AnyJson
                : Unsupported(path, flag.NameRange, $"it is no rollout; write \"$ref\": \"{BaseSchema.FileName}#/$defs/boolean\" or another form of the base schema");
        }

        var type = ReadValue(path, value, flag.Name);
        if (place.Form?.Value is { } said && (type is AnyJsonType || (type is NumberType && places.Read(value).Find("type") is null)))
        {
            return said; // The form says the type, what stands beside it only limits.
        }

        return type is not null && stable is not null && @new is not null
            && !SameShape(stable, @new) && ReadValue(path, @new, flag.Name) is { } other && other != type
            ? Unsupported(path, @new.Range, $"\"stable\" is {type.Wanted}, \"new\" is {other.Wanted}; give both one type")
            : type;
    }

    // Written out twice, as "stable" and "new" of a flag often are, it is one type.
    private static bool SameShape(JsonNode stable, JsonNode @new) => JsonText.Write(stable) == JsonText.Write(@new);

    // What is met again inside itself has no end, and no C# type. What is deeper than JSON may be could have no value.
    private ValueType? ReadValue(string path, JsonNode schema, string name)
    {
        var definition = places.DefinitionOf(schema, name);
        var refused = _underWay.Contains(definition.Definition) ? "it leads back to what it is a part of; leave the type of the inner one out, and it is any JSON"
            : _underWay.Count >= JsonText.MaxDepth ? $"it is more than {JsonText.MaxDepth} types deep; leave the type of the inner ones out, and they are any JSON"
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
        var place = places.Read(schema);
        if (place.IsBroken)
        {
            return null;
        }

        if (place.Form is not null)
        {
            return Unsupported(path, schema.Range, "this is the schema of one value, not of a rollout; write \"type\": \"boolean\" or another type");
        }

        List<JsonString> types = [.. Types(place.Find("type"))];
        var isNullable = types.RemoveAll(type => type.Text == "null") > 0;
        var values = place.Find("enum") as JsonArray;
        isNullable |= values is not null && values.Items.Any(value => value is JsonNull);
        var type = types switch
        {
            [] when values is not null && !values.Items.Any(value => value is JsonString) && KnownTypes.OfAll(values.Items) is { } common => common,
            [] or [{ Text: "string" }] when values is not null => _enums.Read(new(path, definition.Node, definition.Name, place), values),
            [] when place.Find("const") is { } constant => KnownTypes.OfAll([constant]) ?? KnownTypes.AnyJson,
            [] when place.HasProperties && place.Find("items") is not null =>
                Unsupported(path, schema.Range, "it has \"properties\" and \"items\"; say which of the two it is with \"type\": \"object\" or \"type\": \"array\""),
            [{ Text: "object" }] when place.HasProperties => Record(path, definition, place),
            [{ Text: "array" }] => List(path, definition.Name, place),
            [{ Text: "object" }] => KnownTypes.AnyJson,
            [var one] when KnownTypes.Find(one.Text, place.FindText("format")) is { } known => known,
            [var one] =>
                Unsupported(path, one.Range, $"value type {MessageText.Quote(one.Text)} is not supported; take boolean, string, integer, number, array or object, or no \"type\" for any JSON"),
            [] when place.HasProperties => Record(path, definition, place),
            [] when place.Find("items") is not null => List(path, definition.Name, place),
            _ => KnownTypes.AnyJson,
        };
        if (type is null or AnyJsonType)
        {
            return type;
        }

        if (types is [{ Text: var plain }])
        {
            FormatCheck.Check(plain, place.Find("format"), problems);
        }

        // An enum was made of them: of many flags that share it, none need hold its values against it again.
        var others = type is EnumType ? null : values;
        return others?.Items.FirstOrDefault(value => value is not JsonNull && type.Express(value) is null) is { } other
            ? Unsupported(path, other.Range, $"its \"enum\" has {MessageText.Json(other)}, and a value must be {type.Wanted}; take that one away, or leave the \"enum\" out")
            : isNullable ? new NullableType(type) : type;
    }

    private ValueType? Record(string path, (JsonNode Node, string Name) definition, SchemaPlace place) =>
        _records.Read(new(path, definition.Node, definition.Name, place), (member, memberName) => ReadValue(path, member.Value, memberName));

    private ListType? List(string path, string name, SchemaPlace place) =>
        place.Find("items") is not { } items ? new ListType(KnownTypes.AnyJson)
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
        problems.Refuse(path, range, reason);
        return null;
    }
}
