using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Slowroll.Tool.Manifests;

/// <summary>Writes a file of JSON for people and programs.</summary>
internal static class WrittenJson
{
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of an object, with a line break at its end.</summary>
    public static string Object(Action<Utf8JsonWriter> write)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
