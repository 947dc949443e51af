using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Schemas.Reading;

/// <summary>Decides a flag's value type.</summary>
internal sealed class ValueTypeReader(PlaceReader places, ProblemList problems, string typesHolder)
{
    private readonly HashSet<JsonNode> _underWay = [];
    private readonly DeclaredTypes _declared = new(typesHolder, places, problems);

    /// <summary>The enums and records met so far.</summary>
    public EquatableArray<DeclaredType> Declared => _declared.ToArray();

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
        if (type is AnyJsonType && place.Form?.Value is { } narrower)
        {
            return narrower; // The form says the type, what stands beside it only limits.
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
            problems.Add(SchemaRules.BadReference, schema.Range, JsonText.Write(schema), refused);
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
            [] or [{ Text: "string" }] when values is not null => _declared.Enum(path, definition.Node, definition.Name, place, values),
            [] when values is null && place.Find("const") is { } constant => Constant(constant),
            [{ Text: "object" }] when place.HasProperties => Record(path, definition, place),
            [{ Text: "array" }] => List(path, definition.Name, place),
            [{ Text: "object" }] => KnownTypes.AnyJson,
            [var one] when KnownTypes.Find(one.Text, place.FindText("format")) is { } known => known,
            [var one] =>
                Unsupported(path, one.Range, $"value type \"{one.Text}\" is not supported; take boolean, string, integer, number, array or object, or no \"type\" for any JSON"),
            [] when place.HasProperties => Record(path, definition, place),
            [] when place.Find("items") is not null => List(path, definition.Name, place),
            _ => KnownTypes.AnyJson,
        };
        return type is not null && isNullable && type is not AnyJsonType ? new NullableType(type) : type;
    }

    private ValueType? Record(string path, (JsonNode Node, string Name) definition, SchemaPlace place) =>
        _declared.Record(path, definition.Node, definition.Name, place, (member, memberName) => ReadValue(path, member.Value, memberName));

    private ListType? List(string path, string name, SchemaPlace place) =>
        place.Find("items") is not { } items ? new ListType(KnownTypes.AnyJson)
        : ReadValue(path, items, $"{name}_item") is { } item ? new ListType(item)
        : null;

    private static ValueType Constant(JsonNode constant) => constant switch
    {
        JsonString => KnownTypes.Find("string", null)!,
        JsonBoolean => KnownTypes.Find("boolean", null)!,
        JsonNumber => KnownTypes.Find("number", null)!,
        _ => KnownTypes.AnyJson,
    };

    private static IEnumerable<JsonString> Types(JsonNode? type) => type switch
    {
        JsonString one => [one],
        JsonArray many => many.Items.OfType<JsonString>(),
        _ => [],
    };

    private ValueType? Unsupported(string path, TextRange range, string reason)
    {
        problems.Add(SchemaRules.UnsupportedType, range, path, reason);
        return null;
    }
}
