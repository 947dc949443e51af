using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Slowroll.Caching;

/// <summary>SHA-256 without the platform's implementation, for short data: a new process needs longer to load that than
/// for the rest of a start from the cache. For long data the platform's implementation is faster all the
/// same.</summary>
internal static class Sha256
{
    private const int MostHere = 64 * 1024;
    private const int BlockLength = 64;
    private const int LengthLength = 8;

    private static ReadOnlySpan<uint> RoundConstants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The hash as upper-case hexadecimal digits.</summary>
    public static string Hex(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(data, hash);
        return Convert.ToHexString(hash);
    }

    /// <summary>Computes the hash.</summary>
    /// <param name="data">What is hashed.</param>
    /// <param name="hash">Room for 32 bytes.</param>
    public static void Hash(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        if (data.Length > MostHere)
            OfPlatform(data, hash);
        else
            HashHere(data, hash);
    }

    // A method of its own, so that the platform's class is loaded only if it is needed.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void OfPlatform(ReadOnlySpan<byte> data, Span<byte> hash) => SHA256.HashData(data, hash);

    private static void HashHere(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        Span<uint> state =
            [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
        var whole = data.Length / BlockLength * BlockLength;
        Add(state, data[..whole]);

        // The last block: the rest of the data, a bit that ends it, zeroes, and the length in bits.
        Span<byte> end = stackalloc byte[2 * BlockLength];
        end.Clear();
        data[whole..].CopyTo(end);
        end[data.Length - whole] = 0x80;
        var endLength = data.Length - whole < BlockLength - LengthLength ? BlockLength : 2 * BlockLength;
        BinaryPrimitives.WriteUInt64BigEndian(end[(endLength - LengthLength)..], 8UL * (uint)data.Length);
        Add(state, end[..endLength]);

        for (var word = 0; word < state.Length; word++)
            BinaryPrimitives.WriteUInt32BigEndian(hash[(4 * word)..], state[word]);
    }

    private static void Add(Span<uint> state, ReadOnlySpan<byte> blocks)
    {
        Span<uint> schedule = stackalloc uint[BlockLength];
        for (; blocks.Length >= BlockLength; blocks = blocks[BlockLength..])
        {
            for (var t = 0; t < 16; t++)
                schedule[t] = BinaryPrimitives.ReadUInt32BigEndian(blocks[(4 * t)..]);
            for (var t = 16; t < schedule.Length; t++)
            {
                var (early, late) = (schedule[t - 15], schedule[t - 2]);
                schedule[t] = schedule[t - 16] + schedule[t - 7]
                    + (BitOperations.RotateRight(early, 7) ^ BitOperations.RotateRight(early, 18) ^ (early >> 3))
                    + (BitOperations.RotateRight(late, 17) ^ BitOperations.RotateRight(late, 19) ^ (late >> 10));
            }

            var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
            var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
            for (var t = 0; t < schedule.Length; t++)
            {
                var one = h + (BitOperations.RotateRight(e, 6)
                    ^ BitOperations.RotateRight(e, 11)
                    ^ BitOperations.RotateRight(e, 25))
                    + ((e & f) ^ (~e & g)) + RoundConstants[t] + schedule[t];
                var two = (BitOperations.RotateRight(a, 2)
                    ^ BitOperations.RotateRight(a, 13)
                    ^ BitOperations.RotateRight(a, 22))
                    + ((a & b) ^ (a & c) ^ (b & c));
                (h, g, f, e, d, c, b, a) = (g, f, e, d + one, c, b, a, one + two);
            }

            state[0] += a;
            state[1] += b;
            state[2] += c;
            state[3] += d;
            state[4] += e;
            state[5] += f;
            state[6] += g;
            state[7] += h;
        }
    }
}
