using System.Buffers.Binary;
using System.Numerics;

namespace Slowroll.Benchmarks;

/// <summary>SHA-1 of one block as one would write it for speed without a second thought: the yardstick for
/// ours.</summary>
internal static class PlainSha1
{
    public static uint LastWord(Span<byte> block, int length)
    {
        block[length] = 0x80;
        BinaryPrimitives.WriteInt32BigEndian(block[60..], length * 8);
        Span<uint> w = stackalloc uint[80];
        for (var t = 0; t < 16; t++)
            w[t] = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * t)..]);
        for (var t = 16; t < 80; t++)
            w[t] = BitOperations.RotateLeft(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);

        var (a, b, c, d, e) = (0x67452301u, 0xEFCDAB89u, 0x98BADCFEu, 0x10325476u, 0xC3D2E1F0u);
        for (var t = 0; t < 80; t++)
        {
            var f = t switch
            {
                < 20 => (d ^ (b & (c ^ d))) + 0x5A827999,
                < 40 => (b ^ c ^ d) + 0x6ED9EBA1,
                < 60 => ((b & c) | (d & (b ^ c))) + 0x8F1BBCDC,
                _ => (b ^ c ^ d) + 0xCA62C1D6,
            };
            (a, b, c, d, e) = (BitOperations.RotateLeft(a, 5) + f + e + w[t], a, BitOperations.RotateLeft(b, 30), c, d);
        }

        return 0xC3D2E1F0 + e;
    }
}
