using System.Globalization;
using System.Text.Json;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Tool.Manifests;

/// <summary>Reads the flags of a manifest, and notes what can't become a part of a schema.</summary>
internal sealed class ManifestReader(ManifestNotes notes, string section)
{
    private static readonly string[] Known =
        ["flagType", "defaultValue", "description", "schema", ManifestWriter.Extension];

    /// <summary>The flags, in the manifest's order.</summary>
    public IEnumerable<ManifestFlag> Read(JsonObject root)
    {
        foreach (var member in root.Members.Where(member => member.Name is not ("$schema" or "$comment" or "flags")))
            notes.Warn(member.NameRange, $"'{MessageText.Of(member.Name)}' isn't imported.");
        if (root.Find("flags") is not { Value: JsonObject flags })
        {
            notes.LeaveOut(
                root.Find("flags")?.Value.Range ?? root.Range, "A manifest has its flags in \"flags\", an object.");
            yield break;
        }

        foreach (var member in flags.AllMembers)
        {
            if (flags.Find(member.Name) != member)
                notes.LeaveOut(member.NameRange, "This flag isn't imported: a later one has the same name.");
            else if (Read(member) is { } flag)
                yield return flag;
        }
    }

    private ManifestFlag? Read(JsonMember member)
    {
        if (member.Value is not JsonObject json)
            return Refused(member.NameRange, "it is no object");
        if (json.Find("flagType") is not { Value: JsonString { Text: var word } } typeMember
            || FlagTypes.Find(word) is not { } type)
        {
            return Refused(
                (json.Find("flagType")?.Value ?? json).Range,
                "its \"flagType\" is none of boolean, string, integer, float, object");
        }

        if (json.Find("defaultValue") is not { Value: var given })
            return Refused(json.Range, "it has no \"defaultValue\"");

        var own = (json.Find(ManifestWriter.Extension)?.Value as JsonObject)?.Find("value")?.Value;
        var value = own ?? json.Find("schema")?.Value;
        var (defaultJson, isLong) = DefaultOf(type.Type, given);
        if (defaultJson is null && own is null)
            return Refused(given.Range, $"its default is no {word}");

        foreach (var unknown in json.Members.Where(each => !Known.Contains(each.Name)))
            notes.Warn(unknown.NameRange, $"'{MessageText.Of(unknown.Name)}' isn't imported.");
        var (sectionName, key) = NameOf(member, json);
        return new(sectionName, key)
        {
            Place = member.NameRange,
            Form = type.Form,
            Value = value is null ? isLong ? """{"type":"integer","format":"int64"}""" : null : JsonText.Write(value),
            Default = defaultJson ?? JsonText.Write(given),
            Description = (json.Find("description")?.Value as JsonString)?.Text,
        };
    }

    // JSON Schema takes 5.0 for a whole number, and a manifest doesn't say how large one may be.
    private static (string? Json, bool IsLong) DefaultOf(ValueType type, JsonNode given)
    {
        var text = JsonText.Write(given);
        if (type is not Int32Type)
            return (type.Express(given) is null ? null : text, false);

        var whole = given is JsonNumber
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
                ? ((long)number).ToString(CultureInfo.InvariantCulture)
                : null;
        return (whole, whole is not null && !int.TryParse(whole, out _));
    }

    private (string Section, string Key) NameOf(JsonMember member, JsonObject json)
    {
        var own = (json.Find(ManifestWriter.Extension)?.Value as JsonObject)?.Find("section")?.Value as JsonString;
        if (own is not null && member.Name.StartsWith($"{own.Text}.", StringComparison.Ordinal))
            return (own.Text, member.Name[(own.Text.Length + 1)..]);

        var dot = member.Name.IndexOf('.');
        if (dot >= 0)
            return (member.Name[..dot], member.Name[(dot + 1)..]);

        notes.Warn(member.NameRange, $"'{MessageText.Of(member.Name)}' has no section: it comes to "
            + $"'{MessageText.Of(section)}'.");
        return (section, member.Name);
    }

    private ManifestFlag? Refused(TextRange place, string why)
    {
        notes.LeaveOut(place, $"This flag isn't imported: {why}.");
        return null;
    }
}

/// <summary>A flag of a manifest.</summary>
/// <param name="Section">Its section in the schema.</param>
/// <param name="Key">Its key there.</param>
internal sealed record ManifestFlag(string Section, string Key)
{
    /// <summary>Where the manifest names it.</summary>
    public required TextRange Place { get; init; }

    /// <summary>The form of the base schema.</summary>
    public required string Form { get; init; }

    /// <summary>The JSON Schema of its values; null where the form says it all.</summary>
    public required string? Value { get; init; }

    /// <summary>Its default, as JSON.</summary>
    public required string Default { get; init; }

    /// <summary>What is said of it; null for nothing.</summary>
    public required string? Description { get; init; }

    /// <summary>Writes it as a member of its section.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(Key);
        if (Value is null)
        {
            writer.WriteString("$ref", $"slowroll.schema.json#/$defs/{Form}");
        }
        else
        {
            writer.WriteStartArray("allOf");
            writer.WriteStartObject();
            writer.WriteString("$ref", "slowroll.schema.json#/$defs/rollout");
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteStartObject("properties");
            foreach (var name in new[] { "stable", "new" })
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(Value);
            }

            writer.WriteEndObject();
        }

        if (Description is not null)
            writer.WriteString("description", Description);
        writer.WriteStartObject("default");
        writer.WritePropertyName("stable");
        writer.WriteRawValue(Default);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
