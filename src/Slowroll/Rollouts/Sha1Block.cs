using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Slowroll.Rollouts;

/// <summary>SHA-1 of a text that fits one block, as far as a bucket needs it. The platform's own costs several times as much
/// for a host's name: most of it is what it takes to call it.</summary>
/// <remarks>By FIPS 180-4, with two short cuts. A bucket is the digest's last word, which is settled four rounds before the
/// end. And the message schedule goes four words at a time; from word 32 on by
/// W[t] = rotl2(W[t-6] ^ W[t-16] ^ W[t-28] ^ W[t-32]), the standard's recurrence applied to itself, in which no word needs
/// another one of its own four.</remarks>
internal static class Sha1Block
{
    /// <summary>The longest text, in bytes: a bit that ends it and eight bytes of length go with it.</summary>
    public const int LongestText = BlockLength - 1 - sizeof(ulong);

    private const int BlockLength = 64;
    private const int Rounds = 76;
    private const int Fours = Rounds / 4;

    // No word: a shuffle makes it zero.
    private const uint None = uint.MaxValue;

    private const uint InitialA = 0x67452301, InitialB = 0xEFCDAB89, InitialC = 0x98BADCFE, InitialD = 0x10325476, InitialE = 0xC3D2E1F0;

    /// <summary>The last word of the digest.</summary>
    /// <param name="block">A block whose first bytes are the text; the others are overwritten.</param>
    /// <param name="length">The text's length, at most <see cref="LongestText"/>.</param>
    [SkipLocalsInit]
    public static uint LastWord(Span<byte> block, int length)
    {
        block = block[..BlockLength];
        block[length] = 0x80;
        block[(length + 1)..].Clear();
        BinaryPrimitives.WriteUInt64BigEndian(block[^sizeof(ulong)..], (ulong)length * 8);

        Span<Vector128<uint>> words = stackalloc Vector128<uint>[Fours];
        Schedule(block, words);
        return Compress(MemoryMarshal.Cast<Vector128<uint>, uint>(words));
    }

    private static void Schedule(ReadOnlySpan<byte> block, Span<Vector128<uint>> w)
    {
        var bigEndian = Vector128.Create((byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
        for (var i = 0; i < 4; i++)
            w[i] = Vector128.Shuffle(Vector128.Create(block.Slice(16 * i, 16)), bigEndian).AsUInt32();

        // The fourth word needs the first one of the same four: it is left out at first, and mixed in once that is there.
        for (var i = 4; i < 8; i++)
        {
            var threeBefore = Vector128.Shuffle(w[i - 1], Vector128.Create(1u, 2, 3, None));
            var mixed = Rotate(w[i - 4] ^ Middle(w[i - 4], w[i - 3]) ^ w[i - 2] ^ threeBefore, 1);
            w[i] = mixed ^ Rotate(Vector128.Shuffle(mixed, Vector128.Create(None, None, None, 0)), 1);
        }

        for (var i = 8; i < Fours; i++)
            w[i] = Rotate(Middle(w[i - 2], w[i - 1]) ^ w[i - 4] ^ w[i - 7] ^ w[i - 8], 2);
    }

    // The last two words of one four and the first two of the next.
    private static Vector128<uint> Middle(Vector128<uint> one, Vector128<uint> next) =>
        Vector128.Shuffle(one, Vector128.Create(2, 3, None, None)) | Vector128.Shuffle(next, Vector128.Create(None, None, 0, 1));

    private static Vector128<uint> Rotate(Vector128<uint> words, int bits) => (words << bits) | (words >>> (32 - bits));

    private static uint Compress(ReadOnlySpan<uint> w)
    {
        var (a, b, c, d, e) = (InitialA, InitialB, InitialC, InitialD, InitialE);
        var t = 0;
        for (; t < 20; t += 5)
        {
            var five = w.Slice(t, 5);
            Step(a, ref b, ref e, Choose(b, c, d) + 0x5A827999 + five[0]);
            Step(e, ref a, ref d, Choose(a, b, c) + 0x5A827999 + five[1]);
            Step(d, ref e, ref c, Choose(e, a, b) + 0x5A827999 + five[2]);
            Step(c, ref d, ref b, Choose(d, e, a) + 0x5A827999 + five[3]);
            Step(b, ref c, ref a, Choose(c, d, e) + 0x5A827999 + five[4]);
        }

        for (; t < 40; t += 5)
        {
            var five = w.Slice(t, 5);
            Step(a, ref b, ref e, (b ^ c ^ d) + 0x6ED9EBA1 + five[0]);
            Step(e, ref a, ref d, (a ^ b ^ c) + 0x6ED9EBA1 + five[1]);
            Step(d, ref e, ref c, (e ^ a ^ b) + 0x6ED9EBA1 + five[2]);
            Step(c, ref d, ref b, (d ^ e ^ a) + 0x6ED9EBA1 + five[3]);
            Step(b, ref c, ref a, (c ^ d ^ e) + 0x6ED9EBA1 + five[4]);
        }

        for (; t < 60; t += 5)
        {
            var five = w.Slice(t, 5);
            Step(a, ref b, ref e, Majority(b, c, d) + 0x8F1BBCDC + five[0]);
            Step(e, ref a, ref d, Majority(a, b, c) + 0x8F1BBCDC + five[1]);
            Step(d, ref e, ref c, Majority(e, a, b) + 0x8F1BBCDC + five[2]);
            Step(c, ref d, ref b, Majority(d, e, a) + 0x8F1BBCDC + five[3]);
            Step(b, ref c, ref a, Majority(c, d, e) + 0x8F1BBCDC + five[4]);
        }

        for (; t < Rounds - 1; t += 5)
        {
            var five = w.Slice(t, 5);
            Step(a, ref b, ref e, (b ^ c ^ d) + 0xCA62C1D6 + five[0]);
            Step(e, ref a, ref d, (a ^ b ^ c) + 0xCA62C1D6 + five[1]);
            Step(d, ref e, ref c, (e ^ a ^ b) + 0xCA62C1D6 + five[2]);
            Step(c, ref d, ref b, (d ^ e ^ a) + 0xCA62C1D6 + five[3]);
            Step(b, ref c, ref a, (c ^ d ^ e) + 0xCA62C1D6 + five[4]);
        }

        // What is A now would be E after four more rounds, turned by 30.
        Step(a, ref b, ref e, (b ^ c ^ d) + 0xCA62C1D6 + w[Rounds - 1]);
        return InitialE + BitOperations.RotateLeft(e, 30);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(uint a, ref uint b, ref uint e, uint mixed)
    {
        e += mixed + BitOperations.RotateLeft(a, 5);
        b = BitOperations.RotateLeft(b, 30);
    }

    private static uint Choose(uint x, uint y, uint z) => z ^ (x & (y ^ z));

    private static uint Majority(uint x, uint y, uint z) => (x & y) | (z & (x ^ y));
}
