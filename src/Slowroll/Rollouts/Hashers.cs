using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Slowroll.Rollouts;

namespace Slowroll;

/// <summary>The built-in functions from a hash key to its bucket, an unsigned 32-bit number. Position = bucket / 2^32.</summary>
public static class Hashers
{
    private const int OnStack = 256;

    /// <summary>The last four bytes, big-endian, of SHA-1 over the key's UTF-8: what every other slowroll computes. The default.</summary>
    /// <remarks>A lone surrogate counts as U+FFFD. SHA-1 spreads the keys, it protects nothing.</remarks>
    public static Func<string, uint> Sha1 { get; } = static key => Hash<Sha1Bucket>(null, key);

    /// <summary>The low 32 bits of XxHash3 over the key's UTF-8: many times faster, but no other language's slowroll agrees with it.</summary>
    public static Func<string, uint> XxHash3 { get; } = static key => Hash<XxHash3Bucket>(null, key);

    /// <summary>The bucket of <c>salt + ":" + key</c>, or of the key alone where there is no salt.</summary>
    /// <remarks>Costs the hash. Allocates only where a salt meets a hasher that is not built in.</remarks>
    internal static uint Bucket(Func<string, uint> hasher, string? salt, string key) => salt switch
    {
        null => hasher(key),
        _ when ReferenceEquals(hasher, Sha1) => Hash<Sha1Bucket>(salt, key),
        _ when ReferenceEquals(hasher, XxHash3) => Hash<XxHash3Bucket>(salt, key),
        _ => hasher($"{salt}:{key}"),
    };

    [SkipLocalsInit]
    private static uint Hash<THash>(string? salt, string key) where THash : IBytesToBucket
    {
        // No character takes more than three bytes, so that a short key needn't be counted first.
        var most = 3 * ((salt?.Length ?? 0) + 1 + key.Length);
        var rented = most > OnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        var bytes = rented ?? stackalloc byte[OnStack];
        var length = 0;
        if (salt is not null)
        {
            length = Utf8.Write(salt, bytes);
            bytes[length++] = (byte)':';
        }

        length += Utf8.Write(key, bytes[length..]);
        var bucket = THash.Bucket(bytes, length);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return bucket;
    }

    private interface IBytesToBucket
    {
        /// <param name="bytes">The text, with room for a block behind its beginning; all of it may be overwritten.</param>
        /// <param name="length">How many bytes the text has.</param>
        static abstract uint Bucket(Span<byte> bytes, int length);
    }

    private readonly struct Sha1Bucket : IBytesToBucket
    {
        public static uint Bucket(Span<byte> bytes, int length)
        {
            if (length <= Sha1Block.LongestText)
                return Sha1Block.LastWord(bytes, length);

            Span<byte> digest = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // Agreement with upstream, not secrecy.
            SHA1.HashData(bytes[..length], digest);
#pragma warning restore CA5350
            return BinaryPrimitives.ReadUInt32BigEndian(digest[^4..]);
        }
    }

    private readonly struct XxHash3Bucket : IBytesToBucket
    {
        public static uint Bucket(Span<byte> bytes, int length) => (uint)System.IO.Hashing.XxHash3.HashToUInt64(bytes[..length]);
    }
}
