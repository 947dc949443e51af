using System.Buffers;
using System.Text;

namespace Slowroll.Rollouts;

/// <summary>The bucket of a text that doesn't fit the stack: any text that a string can hold, by a buffer of the
/// pool's.</summary>
internal static class LongText
{
    /// <summary>So many characters are hashed at once; more go piece by piece.</summary>
    public const int Piece = 16 * 1024;

    // No character takes more bytes.
    private const int BytesPerCharacter = 3;

    /// <summary>The bucket of <c>salt + ":" + key</c>, or of the key alone where there is no salt.</summary>
    public static uint Bucket<THash>(string? salt, string key) where THash : IBytesToBucket
    {
        var length = (long)(salt?.Length ?? -1) + 1 + key.Length;
        var bytes = ArrayPool<byte>.Shared.Rent(BytesPerCharacter * (int)Math.Min(length, Piece));
        var bucket = length <= Piece ? OfWhole<THash>(salt, key, bytes) : OfPieces<THash>(salt, key, bytes);
        ArrayPool<byte>.Shared.Return(bytes);
        return bucket;
    }

    private static uint OfWhole<THash>(string? salt, string key, Span<byte> bytes) where THash : IBytesToBucket
    {
        var length = 0;
        if (salt is not null)
        {
            length = Utf8.Write(salt, bytes);
            bytes[length++] = (byte)':';
        }

        return THash.Bucket(bytes, length + Utf8.Write(key, bytes[length..]));
    }

    private static uint OfPieces<THash>(string? salt, string key, Span<byte> bytes) where THash : IBytesToBucket
    {
        if (salt is not null)
        {
            Append<THash>(salt, bytes);
            THash.Append(":"u8);
        }

        Append<THash>(key, bytes);
        return THash.Finish();
    }

    private static void Append<THash>(ReadOnlySpan<char> text, Span<byte> bytes) where THash : IBytesToBucket
    {
        while (!text.IsEmpty)
        {
            var length = Math.Min(text.Length, Piece);

            // A pair of surrogates stays together: its halves alone would be two other characters.
            if (length < text.Length && char.IsSurrogatePair(text[length - 1], text[length]))
                length--;

            THash.Append(bytes[..Encoding.UTF8.GetBytes(text[..length], bytes)]);
            text = text[length..];
        }
    }
}
