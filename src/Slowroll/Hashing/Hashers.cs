using System.Runtime.CompilerServices;
using Slowroll.Hashing;

namespace Slowroll;

/// <summary>The built-in functions from a hash key to its bucket, an unsigned 32-bit number. Position = bucket /
/// 2^32.</summary>
public static class Hashers
{
    private const int OnStack = 256;

    // The bucket of a hash key that can't be hashed: it gets "new" last.
    private const uint LastBucket = uint.MaxValue;

    /// <summary>The last four bytes, big-endian, of SHA-1 over the UTF-8 bytes of the hash key: what every other
    /// slowroll computes. The default.</summary>
    /// <remarks>A lone surrogate counts as U+FFFD. SHA-1 only spreads the hash keys; it protects nothing.</remarks>
    public static Func<string, uint> Sha1 { get; } = static hashKey => Hash<Sha1Bucket>(null, hashKey);

    /// <summary>The low 32 bits of XxHash3 over the UTF-8 bytes of the hash key: many times faster, but no slowroll in
    /// another language computes the same.</summary>
    public static Func<string, uint> XxHash3 { get; } = static hashKey => Hash<XxHash3Bucket>(null, hashKey);

    /// <summary>The bucket of <c>salt + ":" + hashKey</c>, or of the hash key alone where there is no salt.</summary>
    /// <remarks>Costs the hash. Allocates only where a salt meets a hasher that is not built in. Never
    /// throws.</remarks>
    internal static uint Bucket(Func<string, uint> hasher, string? salt, string hashKey) =>
        ReferenceEquals(hasher, Sha1) ? Hash<Sha1Bucket>(salt, hashKey)
        : ReferenceEquals(hasher, XxHash3) ? Hash<XxHash3Bucket>(salt, hashKey)
        : ForeignBucket(hasher, salt, hashKey);

    // The program's own function may throw, and salt and hash key together may be longer than a string can be.
    private static uint ForeignBucket(Func<string, uint> hasher, string? salt, string hashKey)
    {
        try
        {
            return hasher(salt is null ? hashKey : $"{salt}:{hashKey}");
        }
#pragma warning disable CA1031
        catch
#pragma warning restore CA1031
        {
            return LastBucket;
        }
    }

    [SkipLocalsInit]
    private static uint Hash<THash>(string? salt, string hashKey) where THash : IBytesToBucket
    {
        // A character takes three bytes at most, so the bytes of a short hash key needn't be counted first.
        if ((long)(salt?.Length ?? 0) + 1 + hashKey.Length > OnStack / 3)
            return LongText.Bucket<THash>(salt, hashKey);

        Span<byte> bytes = stackalloc byte[OnStack];
        var length = 0;
        if (salt is not null)
        {
            length = Utf8Encoder.Write(salt, bytes);
            bytes[length++] = (byte)':';
        }

        length += Utf8Encoder.Write(hashKey, bytes[length..]);
        return THash.Bucket(bytes, length);
    }
}
