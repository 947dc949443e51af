using System.Text.Json;
using Slowroll.Grammar;
using Slowroll.Patterns;
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
            var outline = ReadSections(ref reader, text);
            var budget = new PatternBudget();
            var settings = SettingsReader.Read(text, outline.Settings, budget);
            CheckControls(text, outline);
            return new ConfigSnapshot(
                utf8Json, outline.Sections, settings, ConfigPatterns.FindRefused(text, outline.Sections, budget));
        }
        catch (JsonException exception)
        {
            throw ConfigText.Fault(text, exception);
        }
    }

    /// <summary>A reader over a piece of a config that was read before.</summary>
    public static Utf8JsonReader Reopen(ReadOnlySpan<byte> utf8Json) => new(utf8Json, Options);

    private static Outline ReadSections(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw ConfigText.Fault(text, (int)reader.TokenStartIndex, NoConfig.NoObject);

        var outline = new Outline();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameOf(ref reader);
            var nameStart = (int)reader.TokenStartIndex;
            reader.Read();
            if (name == ScheduleFields.Settings)
            {
                outline.Settings = Skip(ref reader);
                continue;
            }

            if (name is not null && SettingsGrammar<ElementValue, NoFaults<ElementValue>>.IsMisspelt(name))
            {
                throw ConfigText.Fault(
                    text, nameStart, SettingsGrammar<ElementValue, NoFaults<ElementValue>>.MisspeltName(name));
            }

            var flags = ReadFlags(ref reader, outline);

            // As in Python, of two sections with one name only the last one counts.
            if (name is not null)
                outline.Sections[name] = flags;
        }

        // Reads to the end, so that text after the root is an error.
        reader.Read();
        return outline;
    }

    // A member of the root that is no object, such as an editor's "$schema", is a section without flags.
    private static Dictionary<string, Range> ReadFlags(ref Utf8JsonReader reader, Outline outline)
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
            var flag = SkipFlag(ref reader, outline);
            if (name is not null)
                flags[name] = flag;
        }

        return flags;
    }

    private static Range SkipFlag(ref Utf8JsonReader reader, Outline outline)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return Skip(ref reader);

        var start = (int)reader.TokenStartIndex;
        var mayHaveControls = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            mayHaveControls |= SettingsReader.MayBeControl(ref reader);
            reader.Skip();
        }

        if (mayHaveControls)
            (outline.WithControls ??= []).Add(start);
        return start..(int)reader.BytesConsumed;
    }

    private static Range Skip(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }

    // Of two flags of one name only the last one counts.
    private static void CheckControls(ReadOnlySpan<byte> text, Outline outline)
    {
        if (outline.WithControls is not { } starts)
            return;

        foreach (var (section, flags) in outline.Sections)
        {
            foreach (var (key, flag) in flags)
            {
                if (starts.Contains(flag.Start.Value))
                    SettingsReader.CheckControls(text, flag, new FlagName(section, key));
            }
        }
    }

    // Null for "\ud800" and the like, an escape that names half a character: nobody can ask for such a flag.
    private static string? NameOf(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped && HalfCharacters.AreIn(reader.ValueSpan) ? null : reader.GetString();

    /// <summary>Where the parts of a config stand.</summary>
    private sealed class Outline
    {
        public Dictionary<string, Dictionary<string, Range>> Sections { get; } = new(StringComparer.Ordinal);

        public Range? Settings { get; set; }

        /// <summary>Where flags start that may have fields that control them; null for none.</summary>
        public HashSet<int>? WithControls { get; set; }
    }
}
