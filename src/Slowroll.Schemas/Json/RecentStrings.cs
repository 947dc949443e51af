using System.Text.Json;
using Slowroll.Texts;

namespace Slowroll.Schemas.Json;

/// <summary>Keeps one string for texts that occur often: in a schema of thousands of flags, keywords and references
/// would take a quarter of the memory.</summary>
/// <param name="takesHalfCharacters">Whether half a surrogate pair becomes U+FFFD; else it is rejected.</param>
internal sealed class RecentStrings(bool takesHalfCharacters)
{
    private const int Slots = 64;

    private readonly string?[] _recent = new string?[Slots];

    /// <summary>The reader's current string.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="isBroken">Whether it holds half a surrogate pair.</param>
    /// <exception cref="InvalidOperationException">It does, and that is rejected.</exception>
    public string Get(ref Utf8JsonReader reader, out bool isBroken)
    {
        var text = reader.ValueSpan;
        isBroken = takesHalfCharacters && HalfCharacters.AreIn(text);
        if (isBroken)
        {
            return Mended(text);
        }

        if (text.IsEmpty)
        {
            return "";
        }

        ref var recent = ref _recent[(text.Length + (7 * text[text.Length / 2])) % Slots];
        return recent is not null && reader.ValueTextEquals(recent) ? recent : recent = reader.GetString()!;
    }

    private static string Mended(ReadOnlySpan<byte> text)
    {
        byte[] json = [(byte)'"', .. text, (byte)'"'];
        HalfCharacters.Replace(json);
        Utf8JsonReader reader = new(json);
        reader.Read();
        return reader.GetString()!;
    }
}
