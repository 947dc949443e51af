using System.Text.Json;

namespace Slowroll.Schemas.Json;

/// <summary>Makes one string of texts that come again and again: a quarter of the memory that a schema of thousands of flags
/// takes would be keywords and references.</summary>
internal sealed class RecentStrings
{
    private const int Slots = 64;

    private readonly string?[] _recent = new string?[Slots];

    /// <summary>The string that the reader stands on.</summary>
    /// <exception cref="InvalidOperationException">It holds half a surrogate pair.</exception>
    public string Get(ref Utf8JsonReader reader)
    {
        var text = reader.ValueSpan;
        if (text.IsEmpty)
        {
            return "";
        }

        ref var recent = ref _recent[(text.Length + (7 * text[text.Length / 2])) % Slots];
        return recent is not null && reader.ValueTextEquals(recent) ? recent : recent = reader.GetString()!;
    }
}
