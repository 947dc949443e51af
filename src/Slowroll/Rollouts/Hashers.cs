using System.Runtime.CompilerServices;
using Slowroll.Rollouts;

namespace Slowroll;

/// <summary>The built-in functions from a hash key to its bucket, an unsigned 32-bit number. Position = bucket /
/// 2^32.</summary>
public static class Hashers
{
    private const int OnStack = 256;

    // Of a hash key that could not be hashed: it gets "new" last.
    private const uint LastBucket = uint.MaxValue;

    /// <summary>The last four bytes, big-endian, of SHA-1 over the UTF-8 bytes of the hash key: what every other
    /// slowroll computes. The default.</summary>
    /// <remarks>A lone surrogate counts as U+FFFD. SHA-1 spreads the hash keys, it protects nothing.</remarks>
    public static Func<string, uint> Sha1 { get; } = static key => Hash<Sha1Bucket>(null, key);

    /// <summary>The low 32 bits of XxHash3 over the UTF-8 bytes of the hash key: many times faster, but no slowroll in
    /// another language computes the same.</summary>
    public static Func<string, uint> XxHash3 { get; } = static key => Hash<XxHash3Bucket>(null, key);

    /// <summary>The bucket of <c>salt + ":" + hashKey</c>, or of the hash key alone where there is no salt.</summary>
    /// <remarks>Costs the hash. Allocates only where a salt meets a hasher that is not built in. Never
    /// throws.</remarks>
    internal static uint Bucket(Func<string, uint> hasher, string? salt, string key) =>
        ReferenceEquals(hasher, Sha1) ? Hash<Sha1Bucket>(salt, key)
        : ReferenceEquals(hasher, XxHash3) ? Hash<XxHash3Bucket>(salt, key)
        : ForeignBucket(hasher, salt, key);

    // Somebody's own function may throw, and salt and hash key together may be longer than a string can be.
    private static uint ForeignBucket(Func<string, uint> hasher, string? salt, string key)
    {
        try
        {
            return hasher(salt is null ? key : $"{salt}:{key}");
        }
#pragma warning disable CA1031
        catch
#pragma warning restore CA1031
        {
            return LastBucket;
        }
    }

    [SkipLocalsInit]
    private static uint Hash<THash>(string? salt, string key) where THash : IBytesToBucket
    {
        // No character takes more than three bytes, so that a short hash key needn't be counted first.
        if ((long)(salt?.Length ?? 0) + 1 + key.Length > OnStack / 3)
            return LongText.Bucket<THash>(salt, key);

        Span<byte> bytes = stackalloc byte[OnStack];
        var length = 0;
        if (salt is not null)
        {
            length = Utf8.Write(salt, bytes);
            bytes[length++] = (byte)':';
        }

        length += Utf8.Write(key, bytes[length..]);
        return THash.Bucket(bytes, length);
    }
}
