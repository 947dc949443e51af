using System.Text.Json;
using Slowroll.Schemas.Json;

namespace Slowroll.Schemas.Splitting;

/// <summary>Finds the places of sections and flags in one pass over the tokens, without building a tree.</summary>
internal ref struct SchemaOutlineReader
{
    private Utf8JsonReader _reader;
    private CharOffsets _offsets;

    // All excerpts have the text beside the sections. A reference from one section into another can't be followed in
    // an excerpt.
    private bool _refersToSections;

    private SchemaOutlineReader(ReadOnlySpan<byte> utf8, CharOffsets offsets)
    {
        _reader = new(utf8, JsonText.Options);
        _offsets = offsets;
    }

    private delegate T PropertyReader<T>(ref SchemaOutlineReader reader);

    /// <summary>The outline; null if the text is no JSON or no schema, or can't be cut.</summary>
    public static SchemaOutline? Read(string text)
    {
        var utf8 = JsonText.Encode(text);
        try
        {
            return new SchemaOutlineReader(utf8, JsonText.OffsetsIn(text, utf8)).ReadRoot();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null; // The reader of the whole text reports it.
        }
    }

    private SchemaOutline? ReadRoot()
    {
        _reader.Read();
        var sections = SchemaFileReading(static (ref SchemaOutlineReader reader) => reader.ReadSection());
        _reader.Read(); // throws when something follows the document
        return sections.Count == 0
            || _refersToSections
            || sections.Select(section => section.Name).Distinct(StringComparer.Ordinal).Count() < sections.Count
            ? null
            : new(sections);
    }

    private SectionOutline ReadSection()
    {
        var (name, start) = (_reader.GetString()!, _offsets.At(_reader.TokenStartIndex));
        _reader.Read();
        var flags = SchemaFileReading(static (ref SchemaOutlineReader reader) => reader.ReadFlag());
        return new(name, new(start, _offsets.At(_reader.BytesConsumed)), flags);
    }

    private TextRange ReadFlag()
    {
        var start = _offsets.At(_reader.TokenStartIndex);
        SkipMember();
        return new(start, _offsets.At(_reader.BytesConsumed));
    }

    // Empty if the schema may have properties elsewhere, too.
    private List<T> SchemaFileReading<T>(PropertyReader<T> readProperty)
    {
        List<T> properties = [];
        var hasAllHere = true;
        if (_reader.TokenType is not JsonTokenType.StartObject)
        {
            SkipValue();
            return properties;
        }

        while (_reader.Read() && _reader.TokenType is not JsonTokenType.EndObject)
        {
            if (_reader.ValueTextEquals("properties"u8))
            {
                hasAllHere &= properties.Count == 0;
                _reader.Read();
                ReadProperties(properties, readProperty);
            }
            else
            {
                hasAllHere &= !(_reader.ValueTextEquals("$ref"u8) || _reader.ValueTextEquals("allOf"u8));
                SkipMember();
            }
        }

        return hasAllHere ? properties : [];
    }

    private void ReadProperties<T>(List<T> properties, PropertyReader<T> readProperty)
    {
        if (_reader.TokenType is not JsonTokenType.StartObject)
        {
            SkipValue();
            return;
        }

        while (_reader.Read() && _reader.TokenType is not JsonTokenType.EndObject)
        {
            properties.Add(readProperty(ref this));
        }
    }

    private void SkipMember()
    {
        var refers = _reader.ValueTextEquals("$ref"u8);
        _reader.Read();
        _refersToSections |= refers
            && _reader.TokenType is JsonTokenType.String
            && !LeadsBesideSections(_reader.ValueSpan);
        SkipValue();
    }

    private void SkipValue()
    {
        if (_reader.TokenType is JsonTokenType.StartObject)
        {
            while (_reader.Read() && _reader.TokenType is not JsonTokenType.EndObject)
            {
                SkipMember();
            }
        }
        else if (_reader.TokenType is JsonTokenType.StartArray)
        {
            while (_reader.Read() && _reader.TokenType is not JsonTokenType.EndArray)
            {
                SkipValue();
            }
        }
    }

    // Escaped references are rare: they count as leading to sections.
    private static bool LeadsBesideSections(ReadOnlySpan<byte> reference) =>
        reference is [not ((byte)'#' or (byte)'\\'), ..]
            || reference.StartsWith("#/$defs/"u8)
            || reference.StartsWith("#/definitions/"u8);
}
