using System.Text.Json;
using Slowroll.Schemas.ValueTypes;

namespace Slowroll.Tool.Manifests;

/// <summary>Writes a value type as JSON Schema.</summary>
internal static class ValueSchema
{
    /// <summary>Writes what a manifest can say of a value: types, members and items.</summary>
    public static void WritePlain(Utf8JsonWriter writer, ValueType type) => Write(writer, type, isWhole: false);

    /// <summary>Writes all that a schema says of a value: formats, texts of an enum, null and descriptions
    /// too.</summary>
    public static void WriteWhole(Utf8JsonWriter writer, ValueType type) => Write(writer, type, isWhole: true);

    private static void Write(Utf8JsonWriter writer, ValueType type, bool isWhole, string? description = null)
    {
        writer.WriteStartObject();
        WriteKeywords(writer, type is NullableType { Inner: var inner } ? inner : type, isWhole, type is NullableType);
        if (isWhole && description is not null)
            writer.WriteString("description", description);
        writer.WriteEndObject();
    }

    private static void WriteKeywords(Utf8JsonWriter writer, ValueType type, bool isWhole, bool isNullable)
    {
        var word = TypeOf(type);
        if (isWhole && isNullable)
        {
            writer.WriteStartArray("type");
            writer.WriteStringValue(word);
            writer.WriteStringValue("null");
            writer.WriteEndArray();
        }
        else if (type is not AnyJsonType || !isWhole)
        {
            writer.WriteString("type", word);
        }

        if (isWhole && FormatOf(type) is { } format)
            writer.WriteString("format", format);
        if (isWhole && type is EnumType texts)
            WriteTexts(writer, texts, isNullable);
        if (type is ListType list)
        {
            writer.WritePropertyName("items");
            Write(writer, list.Item, isWhole);
        }
        else if (type is RecordType record)
        {
            WriteMembers(writer, record, isWhole);
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, EnumType texts, bool isNullable)
    {
        writer.WriteStartArray("enum");
        foreach (var member in texts.Declaration.Members)
            writer.WriteStringValue(member.Text);
        if (isNullable)
            writer.WriteNullValue();
        writer.WriteEndArray();
    }

    private static void WriteMembers(Utf8JsonWriter writer, RecordType record, bool isWhole)
    {
        writer.WriteStartObject("properties");
        for (var at = 0; at < record.Types.Count; at++)
        {
            writer.WritePropertyName(record.Declaration.Members[at].Key);
            Write(writer, record.Types[at], isWhole, record.Declaration.Members[at].Description);
        }

        writer.WriteEndObject();
        string[] required =
            [.. record.Declaration.Members.Where(member => member.IsRequired).Select(member => member.Key)];
        if (required.Length == 0)
            return;

        writer.WriteStartArray("required");
        foreach (var key in required)
            writer.WriteStringValue(key);
        writer.WriteEndArray();
    }

    private static string TypeOf(ValueType type) => type switch
    {
        BooleanType => "boolean",
        Int32Type or Int64Type => "integer",
        NumberType => "number",
        ListType => "array",
        RecordType or AnyJsonType => "object",
        _ => "string",
    };

    private static string? FormatOf(ValueType type) => type switch
    {
        Int64Type => "int64",
        DecimalType => "decimal",
        DateTimeType => "date-time",
        DateType => "date",
        UriType => "uri",
        GuidType => "uuid",
        _ => null,
    };
}
