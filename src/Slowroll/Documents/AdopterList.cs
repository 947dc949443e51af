using System.Text;
using System.Text.Json;
using Slowroll.Rollouts;
using Slowroll.Texts;

namespace Slowroll.Documents;

/// <summary>A list of early adopters or of their patterns. An element that is no text is passed over, as the original does:
/// one bad element must not take the flag away from everybody.</summary>
/// <param name="Texts">The elements that are texts.</param>
/// <param name="PassedOver">What the others are, in a sentence; null where there are none.</param>
internal sealed record AdopterList(IReadOnlyList<string> Texts, string? PassedOver)
{
    /// <summary>The list that a flag has in a field; null if it has no such field.</summary>
    public static Parsed<AdopterList?> Read(JsonElement flag, string field)
    {
        if (!flag.TryGetProperty(field, out var list))
            return (AdopterList?)null;
        if (list.ValueKind != JsonValueKind.Array)
            return Parsed<AdopterList?>.Failed($"'{field}' is {RolloutReader.Describe(list)}, not a list of strings.");

        // By the reader, which shows an element's bytes without a copy: there may be a million.
        var reader = ConfigReader.Reopen(Encoding.UTF8.GetBytes(list.GetRawText()));
        var texts = new List<string>(list.GetArrayLength());
        string? first = null;
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String)
                first ??= Describe(reader.TokenType);
            else if (reader.ValueIsEscaped && HalfCharacters.AreIn(reader.ValueSpan))
                first ??= HalfCharacters.Description;
            else
                texts.Add(reader.GetString()!);
            reader.Skip();
        }

        return new AdopterList(texts, first is null ? null : Sentence(field, first, list.GetArrayLength() - texts.Count));
    }

    private static string Describe(JsonTokenType element) => element switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.Number => "a number",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };

    private static string Sentence(string field, string first, int count) => count == 1
        ? $"'{field}' holds {first}; it takes strings only, and that element is passed over."
        : $"'{field}' holds {first} and {count - 1} more elements that are no strings; they are passed over.";
}
