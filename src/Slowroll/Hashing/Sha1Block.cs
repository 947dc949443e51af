using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Slowroll.Hashing;

/// <summary>SHA-1 of a text that fits into one block, as far as a bucket needs it. The platform's takes several times
/// as long for the name of a host, mostly for the call.</summary>
/// <remarks>By FIPS 180-4, with two short cuts. A bucket is the digest's last word, which is settled four rounds before
/// the end. And the message schedule goes four words at a time; from word 32 on by W[t] = rotl2(W[t-6] ^ W[t-16] ^
/// W[t-28] ^ W[t-32]), the standard's recurrence applied to itself, in which no word needs another one of its own
/// four.</remarks>
internal static class Sha1Block
{
    /// <summary>The longest text, in bytes: a bit that ends it and eight bytes of length go with it.</summary>
    public const int LongestText = BlockLength - 1 - sizeof(ulong);

    private const int BlockLength = 64;
    private const int Rounds = 76;
    private const int Fours = Rounds / 4;

    // No word: a shuffle makes it zero.
    private const uint None = uint.MaxValue;

    private const uint InitialA =
        0x67452301, InitialB = 0xEFCDAB89, InitialC = 0x98BADCFE, InitialD = 0x10325476, InitialE = 0xC3D2E1F0;

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

        // Each four waits for the one before it: that one is mixed in last, and stays in a register.
        var last = w[3];
        for (var i = 4; i < 8; i++)
        {
            // The fourth word needs the first one of the same four: it is left out at first, and mixed in once that is
            // there.
            var older = w[i - 4] ^ LastTwoFirst(w[i - 4]) ^ FirstTwoLast(w[i - 3]) ^ w[i - 2];
            var mixed = Rotate(older ^ Vector128.Shuffle(last, Vector128.Create(1u, 2, 3, None)), 1);
            w[i] = last = mixed ^ Rotate(Vector128.Shuffle(mixed, Vector128.Create(None, None, None, 0)), 1);
        }

        for (var i = 8; i < Fours; i++)
        {
            var older = w[i - 8] ^ w[i - 7] ^ w[i - 4] ^ LastTwoFirst(w[i - 2]);
            w[i] = last = Rotate(older ^ FirstTwoLast(last), 2);
        }
    }

    // Together, of two fours, the middle four of their eight words.
    private static Vector128<uint> LastTwoFirst(Vector128<uint> four) =>
        Vector128.Shuffle(four, Vector128.Create(2, 3, None, None));

    private static Vector128<uint> FirstTwoLast(Vector128<uint> four) =>
        Vector128.Shuffle(four, Vector128.Create(None, None, 0, 1));

    private static Vector128<uint> Rotate(Vector128<uint> words, int bits) => (words << bits) | (words >>> (32 - bits));

    private static uint Compress(ReadOnlySpan<uint> w)
    {
        var (a, b, c, d, e) = (InitialA, InitialB, InitialC, InitialD, InitialE);
        var t = 0;
        for (; t < 20; t += 5)
        {
            var five = w.Slice(t, 5);
            Step(a, ref b, ref e, five[0] + 0x5A827999, Choose(b, c, d));
            Step(e, ref a, ref d, five[1] + 0x5A827999, Choose(a, b, c));
            Step(d, ref e, ref c, five[2] + 0x5A827999, Choose(e, a, b));
            Step(c, ref d, ref b, five[3] + 0x5A827999, Choose(d, e, a));
            Step(b, ref c, ref a, five[4] + 0x5A827999, Choose(c, d, e));
        }

        for (; t < 40; t += 5)
        {
            var five = w.Slice(t, 5);
            Step(a, ref b, ref e, five[0] + 0x6ED9EBA1, Parity(b, c, d));
            Step(e, ref a, ref d, five[1] + 0x6ED9EBA1, Parity(a, b, c));
            Step(d, ref e, ref c, five[2] + 0x6ED9EBA1, Parity(e, a, b));
            Step(c, ref d, ref b, five[3] + 0x6ED9EBA1, Parity(d, e, a));
            Step(b, ref c, ref a, five[4] + 0x6ED9EBA1, Parity(c, d, e));
        }

        for (; t < 60; t += 5)
        {
            var five = w.Slice(t, 5);
            Step(a, ref b, ref e, five[0] + 0x8F1BBCDC, Majority(b, c, d));
            Step(e, ref a, ref d, five[1] + 0x8F1BBCDC, Majority(a, b, c));
            Step(d, ref e, ref c, five[2] + 0x8F1BBCDC, Majority(e, a, b));
            Step(c, ref d, ref b, five[3] + 0x8F1BBCDC, Majority(d, e, a));
            Step(b, ref c, ref a, five[4] + 0x8F1BBCDC, Majority(c, d, e));
        }

        for (; t < Rounds - 1; t += 5)
        {
            var five = w.Slice(t, 5);
            Step(a, ref b, ref e, five[0] + 0xCA62C1D6, Parity(b, c, d));
            Step(e, ref a, ref d, five[1] + 0xCA62C1D6, Parity(a, b, c));
            Step(d, ref e, ref c, five[2] + 0xCA62C1D6, Parity(e, a, b));
            Step(c, ref d, ref b, five[3] + 0xCA62C1D6, Parity(d, e, a));
            Step(b, ref c, ref a, five[4] + 0xCA62C1D6, Parity(c, d, e));
        }

        // What is A now would be E after four more rounds, turned by 30.
        Step(a, ref b, ref e, w[Rounds - 1] + 0xCA62C1D6, Parity(b, c, d));
        return InitialE + BitOperations.RotateLeft(e, 30);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(uint a, ref uint b, ref uint e, uint word, uint mixed)
    {
        // In this order: what the step before it gave comes last, so that nothing else waits for it.
        e = e + word + mixed + BitOperations.RotateLeft(a, 5);
        b = BitOperations.RotateLeft(b, 30);
    }

    private static uint Choose(uint x, uint y, uint z) => z ^ (x & (y ^ z));

    private static uint Parity(uint x, uint y, uint z) => y ^ z ^ x;

    private static uint Majority(uint x, uint y, uint z) => (y & z) | (x & (y ^ z));
}
