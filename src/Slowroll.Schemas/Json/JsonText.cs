using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Slowroll.Schemas.Json;

/// <summary>Reads a text to a tree with positions, and writes a tree in one line.</summary>
internal static class JsonText
{
    /// <summary>Deeper documents are rejected: too many levels must not crash the compiler.</summary>
    public const int MaxDepth = 64;

    internal static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth,
    };

    /// <summary>Reads one JSON document; comments, trailing commas and a byte order mark are allowed. A text with
    /// half a character in it is rejected.</summary>
    public static JsonReading Read(string text) => Read(text, takesHalfCharacters: false);

    /// <summary>Reads one JSON document as the running program reads a config: a text with half a character in it
    /// affects only the flag that needs it, see <see cref="JsonBrokenString"/>.</summary>
    public static JsonReading ReadConfig(string text) => Read(text, takesHalfCharacters: true);

    private static JsonReading Read(string text, bool takesHalfCharacters)
    {
        var utf8 = Encode(text);
        Utf8JsonReader reader = new(utf8, Options);
        try
        {
            var offsets = OffsetsIn(text, utf8);
            reader.Read();
            var root = JsonTreeBuilder.Build(ref reader, ref offsets, new(takesHalfCharacters));
            reader.Read(); // throws when something follows the document
            return new(root, null);
        }
        catch (JsonException exception)
        {
            return new(null, ErrorAt(OffsetOf(exception, utf8), PlainMessage(exception)));
        }
        catch (InvalidOperationException)
        {
            // The reader finds half a surrogate pair only when it is asked for the string.
            return new(null, ErrorAt(reader.TokenStartIndex, "The string holds half of a surrogate pair."));
        }

        JsonError ErrorAt(long offset, string message)
        {
            var at = OffsetsIn(text, utf8).At(offset);
            return new(message, new(at, Math.Min(at + 1, text.Length)));
        }
    }

    /// <summary>The document without its byte order mark, as its reader takes it.</summary>
    internal static byte[] Encode(string text) => Encoding.UTF8.GetBytes(text.Substring(Start(text)));

    internal static CharOffsets OffsetsIn(string text, byte[] utf8) =>
        new(utf8, Start(text), utf8.Length == text.Length - Start(text));

    /// <summary>The value in one line, the same on every machine.</summary>
    public static string Write(JsonNode node) => node switch
    {
        JsonObject value => $"{{{string.Join(",", value.Members.Select(m => $"{Quote(m.Name)}:{Write(m.Value)}"))}}}",
        JsonArray value => $"[{string.Join(",", value.Items.Select(Write))}]",
        JsonString value => Quote(value.Text),
        JsonBrokenString value => Quote(value.Text),
        JsonNumber value => value.Text,
        JsonBoolean value => value.Value ? "true" : "false",
        _ => "null",
    };

    /// <summary>The text as a JSON string.</summary>
    // Code and XML need another escaping, which their printers do.
    internal static string Quote(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static int Start(string text) => text is ['\uFEFF', ..] ? 1 : 0;

    private static long OffsetOf(JsonException exception, byte[] utf8)
    {
        var line = 0;
        for (var newLines = exception.LineNumber ?? 0; newLines > 0; newLines--)
        {
            line = Array.IndexOf(utf8, (byte)'\n', line) + 1;
        }

        return Math.Min(line + (exception.BytePositionInLine ?? 0), utf8.Length);
    }

    // The diagnostic has the position, in characters rather than bytes.
    private static string PlainMessage(JsonException exception)
    {
        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message.Substring(0, end);
    }
}

/// <summary>A document, or why there is none.</summary>
/// <param name="Root">The document's value.</param>
/// <param name="Error">What is wrong with the text.</param>
internal sealed record JsonReading(JsonNode? Root, JsonError? Error);

/// <summary>What is wrong with a JSON text.</summary>
/// <param name="Message">A sentence.</param>
/// <param name="Range">The character at which the reader stopped.</param>
internal sealed record JsonError(string Message, TextRange Range);
