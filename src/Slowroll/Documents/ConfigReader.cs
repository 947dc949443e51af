using System.Text.Json;
using Slowroll.Texts;

namespace Slowroll.Documents;

/// <summary>Makes a snapshot from the bytes of a config: finds where the text of each flag is, and proves that all of
/// it is JSON.</summary>
/// <remarks>The text of a flag is read only when the flag is asked for: so a config costs one pass of the JSON reader,
/// and a faulty flag doesn't affect another.</remarks>
internal static class ConfigReader
{
    private const int MaxDepth = 64;

    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = MaxDepth,
    };

    /// <summary>Reads a whole config.</summary>
    /// <exception cref="ConfigFormatException">It isn't UTF-8, isn't JSON, or its root is no object.</exception>
    public static ConfigSnapshot Read(ReadOnlyMemory<byte> utf8Json)
    {
        utf8Json = ConfigText.WithoutByteOrderMark(utf8Json);
        var text = utf8Json.Span;
        ConfigText.ThrowIfNotUtf8(text);

        var reader = new Utf8JsonReader(text, Options);
        try
        {
            var sections = ReadSections(ref reader, text);
            return new ConfigSnapshot(utf8Json, sections, ConfigPatterns.FindRefused(text, sections));
        }
        catch (JsonException exception)
        {
            throw ConfigText.Fault(text, exception);
        }
    }

    /// <summary>A reader over a piece of a config that was read before.</summary>
    public static Utf8JsonReader Reopen(ReadOnlySpan<byte> utf8Json) => new(utf8Json, Options);

    private static Dictionary<string, Dictionary<string, Range>> ReadSections(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw ConfigText.Fault(text, (int)reader.TokenStartIndex, NoConfig.NoObject);

        var sections = new Dictionary<string, Dictionary<string, Range>>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameOf(ref reader);
            reader.Read();
            var flags = ReadFlags(ref reader);

            // As in Python, of two sections with one name only the last one counts.
            if (name is not null)
                sections[name] = flags;
        }

        // Reads to the end, so that text after the root is an error.
        reader.Read();
        return sections;
    }

    // A member of the root that is no object, such as an editor's "$schema", is a section without flags.
    private static Dictionary<string, Range> ReadFlags(ref Utf8JsonReader reader)
    {
        var flags = new Dictionary<string, Range>(StringComparer.Ordinal);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return flags;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameOf(ref reader);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (name is not null)
                flags[name] = start..(int)reader.BytesConsumed;
        }

        return flags;
    }

    // Null for "\ud800" and the like, an escape that names half a character: nobody can ask for such a flag.
    private static string? NameOf(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped && HalfCharacters.AreIn(reader.ValueSpan) ? null : reader.GetString();
}
