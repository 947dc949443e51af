using System.Buffers;
using System.Text;

namespace Slowroll.Hashing;

/// <summary>The bucket of a text that doesn't fit on the stack: of any length, with a buffer of the pool.</summary>
internal static class LongText
{
    /// <summary>The number of characters that are hashed at once; a longer text is hashed in pieces.</summary>
    public const int Piece = 16 * 1024;

    // No character takes more bytes.
    private const int BytesPerCharacter = 3;

    /// <summary>The bucket of <c>salt + ":" + hashKey</c>, or of the hash key alone where there is no salt.</summary>
    public static uint Bucket<THash>(string? salt, string hashKey) where THash : IBytesToBucket
    {
        var length = (long)(salt?.Length ?? -1) + 1 + hashKey.Length;
        var bytes = ArrayPool<byte>.Shared.Rent(BytesPerCharacter * (int)Math.Min(length, Piece));
        var bucket = length <= Piece ? OfWhole<THash>(salt, hashKey, bytes) : OfPieces<THash>(salt, hashKey, bytes);
        ArrayPool<byte>.Shared.Return(bytes);
        return bucket;
    }

    private static uint OfWhole<THash>(string? salt, string hashKey, Span<byte> bytes) where THash : IBytesToBucket
    {
        var length = 0;
        if (salt is not null)
        {
            length = Utf8Encoder.Write(salt, bytes);
            bytes[length++] = (byte)':';
        }

        return THash.Bucket(bytes, length + Utf8Encoder.Write(hashKey, bytes[length..]));
    }

    private static uint OfPieces<THash>(string? salt, string hashKey, Span<byte> bytes) where THash : IBytesToBucket
    {
        if (salt is not null)
        {
            Append<THash>(salt, bytes);
            THash.Append(":"u8);
        }

        Append<THash>(hashKey, bytes);
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
