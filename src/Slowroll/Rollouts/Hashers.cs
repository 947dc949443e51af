using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;

namespace Slowroll;

/// <summary>The built-in functions from a hash key to its bucket, an unsigned 32-bit number. Position = bucket / 2^32.</summary>
public static class Hashers
{
    private const int OnStack = 256;

    /// <summary>The last four bytes, big-endian, of SHA-1 over the key's UTF-8: what every other slowroll computes. The default.</summary>
    /// <remarks>A lone surrogate counts as U+FFFD. SHA-1 spreads the keys, it protects nothing.</remarks>
    public static Func<string, uint> Sha1 { get; } = static key => Utf8<Sha1Bucket>(null, key);

    /// <summary>The low 32 bits of XxHash3 over the key's UTF-8: many times faster, but no other language's slowroll agrees with it.</summary>
    public static Func<string, uint> XxHash3 { get; } = static key => Utf8<XxHash3Bucket>(null, key);

    /// <summary>The bucket of <c>salt + ":" + key</c>, or of the key alone where there is no salt.</summary>
    /// <remarks>Allocates only where a salt meets a hasher that is not built in.</remarks>
    internal static uint Bucket(Func<string, uint> hasher, string? salt, string key) => salt switch
    {
        null => hasher(key),
        _ when ReferenceEquals(hasher, Sha1) => Utf8<Sha1Bucket>(salt, key),
        _ when ReferenceEquals(hasher, XxHash3) => Utf8<XxHash3Bucket>(salt, key),
        _ => hasher($"{salt}:{key}"),
    };

    private static uint Utf8<THash>(string? salt, string key) where THash : IBytesToBucket
    {
        var saltBytes = salt is null ? 0 : Encoding.UTF8.GetByteCount(salt) + 1;
        var length = saltBytes + Encoding.UTF8.GetByteCount(key);

        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var bytes = rented ?? stackalloc byte[OnStack];
        if (salt is not null)
        {
            Encoding.UTF8.GetBytes(salt, bytes);
            bytes[saltBytes - 1] = (byte)':';
        }

        Encoding.UTF8.GetBytes(key, bytes[saltBytes..]);
        var bucket = THash.Bucket(bytes[..length]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return bucket;
    }

    private interface IBytesToBucket
    {
        static abstract uint Bucket(ReadOnlySpan<byte> utf8);
    }

    private readonly struct Sha1Bucket : IBytesToBucket
    {
        public static uint Bucket(ReadOnlySpan<byte> utf8)
        {
            Span<byte> digest = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // Agreement with upstream, not secrecy.
            SHA1.HashData(utf8, digest);
#pragma warning restore CA5350
            return BinaryPrimitives.ReadUInt32BigEndian(digest[^4..]);
        }
    }

    private readonly struct XxHash3Bucket : IBytesToBucket
    {
        public static uint Bucket(ReadOnlySpan<byte> utf8) => (uint)System.IO.Hashing.XxHash3.HashToUInt64(utf8);
    }
}
