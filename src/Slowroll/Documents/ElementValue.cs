using System.Text;
using System.Text.Json;
using Slowroll.Grammar;
using Slowroll.Texts;

namespace Slowroll.Documents;

/// <summary>JSON of a config, as the running program reads it.</summary>
internal readonly struct ElementValue(JsonElement json) : IJsonValue<ElementValue>
{
    public JsonElement Json => json;

    public JsonKind Kind => json.ValueKind switch
    {
        JsonValueKind.Object => JsonKind.Object,
        JsonValueKind.Array => JsonKind.List,
        JsonValueKind.String => WholeTexts.TryGet(json, out _) ? JsonKind.String : JsonKind.BrokenString,
        JsonValueKind.Number => JsonKind.Number,
        JsonValueKind.True => JsonKind.True,
        JsonValueKind.False => JsonKind.False,
        _ => JsonKind.Null,
    };

    public string Text => json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();

    public IEnumerable<string> Names => Readable.EnumerateObject().Select(member => member.Name);

    public IReadOnlyList<ElementValue> Items => [.. json.EnumerateArray().Select(item => new ElementValue(item))];

    public bool TryGet(string name, out ElementValue value)
    {
        JsonElement found;
        bool isThere;
        try
        {
            isThere = json.TryGetProperty(name, out found);
        }
        catch (InvalidOperationException)
        {
            isThere = Readable.TryGetProperty(name, out found);
        }

        value = new(found);
        return isThere;
    }

    // The platform throws where a member's name holds half a character.
    private JsonElement Readable
    {
        get
        {
            var bytes = Encoding.UTF8.GetBytes(json.GetRawText());
            var reader = ConfigReader.Reopen(WholeTexts.InNames(bytes));
            return HalfCharacters.AreIn(bytes) ? JsonElement.ParseValue(ref reader) : json;
        }
    }

    // By the reader, which shows an element's bytes without a copy: there may be a million.
    public IReadOnlyList<string> ReadTexts(out string? others)
    {
        var reader = ConfigReader.Reopen(Encoding.UTF8.GetBytes(json.GetRawText()));
        var texts = new List<string>(json.GetArrayLength());
        JsonKind? first = null;
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var kind = KindOf(ref reader);
            if (kind == JsonKind.String)
                texts.Add(reader.GetString()!);
            else
                first ??= kind;
            reader.Skip();
        }

        others = first is { } other ? InWords(other, json.GetArrayLength() - texts.Count) : null;
        return texts;
    }

    // The running program doesn't report positions.
    public ElementValue TextAt(IReadOnlyList<string> texts, int index) => this;

    private static JsonKind KindOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => JsonKind.Object,
        JsonTokenType.StartArray => JsonKind.List,
        JsonTokenType.String =>
            reader.ValueIsEscaped && HalfCharacters.AreIn(reader.ValueSpan) ? JsonKind.BrokenString : JsonKind.String,
        JsonTokenType.Number => JsonKind.Number,
        JsonTokenType.True => JsonKind.True,
        JsonTokenType.False => JsonKind.False,
        _ => JsonKind.Null,
    };

    private static string InWords(JsonKind first, int count) => count == 1
        ? $"{first.InWords()}; it takes strings only, and that element is passed over."
        : $"{first.InWords()} and {count - 1} more elements that are no strings; they are passed over.";
}
