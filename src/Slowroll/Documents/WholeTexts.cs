using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Slowroll.Texts;

namespace Slowroll.Documents;

/// <summary>Reads texts out of JSON that may hold half characters.</summary>
internal static class WholeTexts
{
    /// <summary>A string's text, unless it holds half a character. Costs a copy of it.</summary>
    public static bool TryGet(JsonElement json, [NotNullWhen(true)] out string? text)
    {
        text = HalfCharacters.AreIn(Encoding.UTF8.GetBytes(json.GetRawText())) ? null : json.GetString()!;
        return text is not null;
    }

    /// <summary>An object whose members can be asked for by name: half characters in their names are U+FFFD. Its values are as
    /// they were. The platform would throw for the name of a member that nobody wants.</summary>
    public static ReadOnlySpan<byte> InNames(ReadOnlySpan<byte> json)
    {
        if (!HalfCharacters.AreIn(json))
            return json;

        var replaced = json.ToArray();
        var reader = ConfigReader.Reopen(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return json;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // Behind the quote that the name begins with.
            HalfCharacters.Replace(replaced.AsSpan((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length));
            reader.Skip();
        }

        return replaced;
    }
}
