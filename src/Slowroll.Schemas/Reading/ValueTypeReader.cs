using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Schemas.Reading;

/// <summary>Decides a flag's value type.</summary>
internal sealed class ValueTypeReader(PlaceReader places, ProblemList problems)
{
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

        var type = ReadValue(path, value);
        return type is not null && stable is not null && @new is not null && ReadValue(path, @new) is { } other && other != type
            ? Unsupported(path, @new.Range, $"\"stable\" is {type.Wanted}, \"new\" is {other.Wanted}; give both one type")
            : type;
    }

    private ValueType? ReadValue(string path, JsonNode schema)
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
        return types switch
        {
            [] or [{ Text: "string" }] when (place.Find("enum") ?? place.Find("const")) is { } values =>
                Unsupported(path, values.Range, "an enum of strings is not supported yet; leave the \"enum\" out"),
            [var type] when KnownTypes.Find(type.Text, place.FindText("format")) is { } known =>
                isNullable ? new NullableType(known) : known,
            [var type] =>
                Unsupported(path, type.Range, $"value type \"{type.Text}\" is not supported; take boolean, string, integer or number, or no \"type\" for any JSON"),
            _ => KnownTypes.AnyJson,
        };
    }

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
