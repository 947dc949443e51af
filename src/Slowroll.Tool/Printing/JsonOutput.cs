using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slowroll.Tool.Printing;

/// <summary>Writes results as JSON: camelCase names, instants in UTC as in <c>2030-03-04T09:00:00Z</c>.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new UtcInstant(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The document, without a line break at its end.</summary>
    public static string Of(object document) => JsonSerializer.Serialize(document, Options);

    private sealed class UtcInstant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime);
    }
}
