using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Slowroll.Rollouts;

/// <summary>SHA-1 of a text that fits one block, as far as a bucket needs it. The platform's own costs several times as much
/// for a host's name: most of it is what it takes to call it.</summary>
/// <remarks>By FIPS 180-4, with two short cuts. A bucket is the digest's last word, which is settled four rounds before the
/// end. And from word 32 on the message schedule goes four words at a time, by
/// W[t] = rotl2(W[t-6] ^ W[t-16] ^ W[t-28] ^ W[t-32]), which follows from the standard's own recurrence applied twice (the
/// same steps, squared) and needs no word of its own four.</remarks>
internal static class Sha1Block
{
    /// <summary>The longest text, in bytes: a bit that ends it and eight bytes of length go with it.</summary>
    public const int LongestText = BlockLength - 1 - sizeof(ulong);

    private const int BlockLength = 64;
    private const int Rounds = 76;
    private const uint InitialA = 0x67452301, InitialB = 0xEFCDAB89, InitialC = 0x98BADCFE, InitialD = 0x10325476, InitialE = 0xC3D2E1F0;

    /// <summary>The last word of the digest.</summary>
    /// <param name="block">A block whose first bytes are the text; the others are overwritten.</param>
    /// <param name="length">The text's length, at most <see cref="LongestText"/>.</param>
    public static uint LastWord(Span<byte> block, int length)
    {
        block = block[..BlockLength];
        block[length] = 0x80;
        block[(length + 1)..].Clear();
        BinaryPrimitives.WriteUInt64BigEndian(block[^sizeof(ulong)..], (ulong)length * 8);

        Span<uint> words = stackalloc uint[Rounds];
        Schedule(block, words);
        return Compress(words);
    }

    private static void Schedule(ReadOnlySpan<byte> block, Span<uint> w)
    {
        for (var t = 0; t < 16; t++)
            w[t] = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * t)..]);
        for (var t = 16; t < 32; t++)
            w[t] = BitOperations.RotateLeft(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
        for (var t = 32; t < Rounds; t += 4)
        {
            var mixed = Four(w, t - 6) ^ Four(w, t - 16) ^ Four(w, t - 28) ^ Four(w, t - 32);
            ((mixed << 2) | (mixed >>> 30)).CopyTo(w[t..]);
        }
    }

    private static Vector128<uint> Four(ReadOnlySpan<uint> w, int t) => Vector128.Create(w.Slice(t, 4));

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
        e += BitOperations.RotateLeft(a, 5) + mixed;
        b = BitOperations.RotateLeft(b, 30);
    }

    private static uint Choose(uint x, uint y, uint z) => z ^ (x & (y ^ z));

    private static uint Majority(uint x, uint y, uint z) => (x & y) | (z & (x ^ y));
}
