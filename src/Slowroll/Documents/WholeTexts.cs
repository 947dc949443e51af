using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Slowroll.Texts;

namespace Slowroll.Documents;

/// <summary>Reads texts from JSON that may have half characters in it.</summary>
internal static class WholeTexts
{
    /// <summary>The text of a string, unless it has half a character in it. Costs a copy of it.</summary>
    public static bool TryGet(JsonElement json, [NotNullWhen(true)] out string? text)
    {
        text = HalfCharacters.AreIn(Encoding.UTF8.GetBytes(json.GetRawText())) ? null : json.GetString()!;
        return text is not null;
    }

    /// <summary>An object whose members can be asked for by name: half characters in their names are replaced by
    /// U+FFFD, and the values are unchanged. Otherwise the platform would throw, even for a member that nobody asks
    /// for.</summary>
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
            // After the quotation mark at the beginning of the name.
            HalfCharacters.Replace(replaced.AsSpan((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length));
            reader.Skip();
        }

        return replaced;
    }
}
