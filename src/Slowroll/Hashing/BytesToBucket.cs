using System.Buffers.Binary;
using System.Security.Cryptography;
using XxHash3Function = System.IO.Hashing.XxHash3;

namespace Slowroll.Hashing;

/// <summary>A hash function from bytes to a bucket.</summary>
internal interface IBytesToBucket
{
    /// <param name="bytes">The text, with room for a block behind its beginning; all of it may be overwritten.</param>
    /// <param name="length">How many bytes the text has.</param>
    static abstract uint Bucket(Span<byte> bytes, int length);

    /// <summary>Takes the next piece of a text into the thread's running hash. Allocates once a thread.</summary>
    static abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>The bucket of all pieces so far; the next one begins another text.</summary>
    static abstract uint Finish();
}

#pragma warning disable CA5350 // SHA-1 for agreement with the original, not for secrecy.

/// <summary>The last word of SHA-1.</summary>
internal readonly struct Sha1Bucket : IBytesToBucket
{
    [ThreadStatic]
    private static IncrementalHash? Running;

    public static uint Bucket(Span<byte> bytes, int length)
    {
        if (length <= Sha1Block.LongestText)
            return Sha1Block.LastWord(bytes, length);

        Span<byte> digest = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(bytes[..length], digest);
        return LastWord(digest);
    }

    public static void Append(ReadOnlySpan<byte> bytes) =>
        (Running ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA1)).AppendData(bytes);

    public static uint Finish()
    {
        Span<byte> digest = stackalloc byte[SHA1.HashSizeInBytes];
        Running!.GetHashAndReset(digest);
        return LastWord(digest);
    }

    private static uint LastWord(ReadOnlySpan<byte> digest) =>
        BinaryPrimitives.ReadUInt32BigEndian(digest[^sizeof(uint)..]);
}

#pragma warning restore CA5350

/// <summary>The low half of XxHash3.</summary>
internal readonly struct XxHash3Bucket : IBytesToBucket
{
    [ThreadStatic]
    private static XxHash3Function? Running;

    public static uint Bucket(Span<byte> bytes, int length) => (uint)XxHash3Function.HashToUInt64(bytes[..length]);

    public static void Append(ReadOnlySpan<byte> bytes) => (Running ??= new()).Append(bytes);

    public static uint Finish()
    {
        var bucket = (uint)Running!.GetCurrentHashAsUInt64();
        Running.Reset();
        return bucket;
    }
}
