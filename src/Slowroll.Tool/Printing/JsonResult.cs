using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slowroll.Tool.Printing;

/// <summary>Results as one JSON document: camelCase names, instants in UTC as in <c>2030-03-04T09:00:00Z</c>.</summary>
internal static class JsonResult
{
    private const string LineEnd = "\n";
    private const int Chunk = 64 * 1024;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = LineEnd };

    private static readonly JsonSerializerOptions ObjectOptions = new()
    {
        WriteIndented = true,
        NewLine = LineEnd,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new UtcInstant(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The document of an object, without a line break at its end.</summary>
    public static string Of(object document) => JsonSerializer.Serialize(document, ObjectOptions);

    /// <summary>Prints what is written, with a line break at its end.</summary>
    public static void Print(ResultWriter output, Action<Utf8JsonWriter> write)
    {
        using TextStream stream = new(output);
        using (Utf8JsonWriter writer = new(stream, Options))
            write(writer);
        output.WriteLine("");
    }

    /// <summary>An instant, or null: as ISO 8601, UTC.</summary>
    public static void WriteInstant(Utf8JsonWriter writer, string name, DateTimeOffset? instant)
    {
        if (instant is { } known)
            writer.WriteString(name, known.UtcDateTime);
        else
            writer.WriteNull(name);
    }

    /// <summary>A whole number, or null.</summary>
    public static void WriteNumber(Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } known)
            writer.WriteNumber(name, known);
        else
            writer.WriteNull(name);
    }

    /// <summary>A number, or null.</summary>
    public static void WriteNumber(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } known)
            writer.WriteNumber(name, known);
        else
            writer.WriteNull(name);
    }

    /// <summary>A word of a list of words: camelCase.</summary>
    public static string Word(Enum word) => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());

    /// <summary>Passes on what has been written so far, so that a long document isn't kept in memory.</summary>
    public static void PassOn(Utf8JsonWriter writer)
    {
        if (writer.BytesPending >= Chunk)
            writer.Flush();
    }

    private sealed class UtcInstant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime);
    }

    // UTF-8 that becomes text again.
    private sealed class TextStream(ResultWriter output) : MemoryStream
    {
        private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            var letters = new char[Encoding.UTF8.GetMaxCharCount(buffer.Length)];
            output.Write(letters, 0, _decoder.GetChars(buffer, letters, flush: false));
        }
    }
}
