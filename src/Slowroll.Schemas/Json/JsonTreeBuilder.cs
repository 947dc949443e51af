using System.Text;
using System.Text.Json;

namespace Slowroll.Schemas.Json;

/// <summary>Builds the tree from the reader's current token.</summary>
internal static class JsonTreeBuilder
{
    public static JsonNode Build(ref Utf8JsonReader reader, ref CharOffsets offsets, RecentStrings strings)
    {
        var start = offsets.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = Members(ref reader, ref offsets, strings);
                return new JsonObject(EndingHere(ref reader, ref offsets), members);
            case JsonTokenType.StartArray:
                var items = Items(ref reader, ref offsets, strings);
                return new JsonArray(EndingHere(ref reader, ref offsets), items);
            case JsonTokenType.String:
                var text = strings.Get(ref reader, out var isBroken);
                var range = EndingHere(ref reader, ref offsets);
                return isBroken ? new JsonBrokenString(range, text) : new JsonString(range, text);
            case JsonTokenType.Number:
                return new JsonNumber(EndingHere(ref reader, ref offsets), Ascii(ref reader));
            case JsonTokenType.True or JsonTokenType.False:
                return new JsonBoolean(EndingHere(ref reader, ref offsets), reader.GetBoolean());
            default:
                return new JsonNull(EndingHere(ref reader, ref offsets));
        }

        TextRange EndingHere(ref Utf8JsonReader reader, ref CharOffsets offsets) =>
            new(start, offsets.At(reader.BytesConsumed));
    }

    private static List<JsonMember> Members(ref Utf8JsonReader reader, ref CharOffsets offsets, RecentStrings strings)
    {
        List<JsonMember> members = [];
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            // After a name, BytesConsumed is past the colon; the value span is between the quotes.
            TextRange range = new(
                offsets.At(reader.TokenStartIndex),
                offsets.At(reader.TokenStartIndex + reader.ValueSpan.Length + 2));
            var name = strings.Get(ref reader, out var isBroken);
            reader.Read();
            members.Add(new(name, range, Build(ref reader, ref offsets, strings), isBroken));
        }

        return members;
    }

    private static List<JsonNode> Items(ref Utf8JsonReader reader, ref CharOffsets offsets, RecentStrings strings)
    {
        List<JsonNode> items = [];
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            items.Add(Build(ref reader, ref offsets, strings));
        }

        return items;
    }

    private static string Ascii(ref Utf8JsonReader reader) => Encoding.ASCII.GetString(reader.ValueSpan.ToArray());
}
