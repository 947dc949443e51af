using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Slowroll.Telemetry;

/// <summary>Which hash keys got which side of which flag: a limited number of such pairs, none twice.</summary>
/// <remarks>It keeps hashes, and no text: a hash key may be the name of a person, and may be long. Each process has
/// another seed for the hashes.</remarks>
/// <param name="most">How many pairs are kept. When one more comes, all are removed, and no pair counts as new any
/// more.</param>
internal sealed class ExposedPairs(int most)
{
#pragma warning disable CA5394 // Protects nothing.
    private static readonly long Seed = Random.Shared.NextInt64();
#pragma warning restore CA5394

    private readonly ConcurrentDictionary<UInt128, bool> _pairs = new(concurrencyLevel: 1, capacity: 31);
    private readonly object _gate = new();
    private int _count;
    private volatile bool _isFull;

    /// <summary>Whether one more pair came than can be kept.</summary>
    public bool IsFull => _isFull;

    /// <summary>A number for a flag.</summary>
    public static long NumberOf(FlagName flag) =>
        (long)XxHash3.HashToUInt64(Bytes(flag.Key), (long)XxHash3.HashToUInt64(Bytes(flag.Section), Seed));

    /// <summary>Adds a pair.</summary>
    /// <remarks>Allocates nothing for a pair that is already kept, and nothing when it is full.</remarks>
    /// <param name="flag">The number of the flag.</param>
    /// <param name="hashKey">The hash key.</param>
    /// <param name="side">The side that it got.</param>
    /// <param name="wasLast">Whether it is the first pair for which there is no room: only one call says so.</param>
    /// <returns>Whether the pair is new.</returns>
    public bool TryAdd(long flag, string hashKey, Side side, out bool wasLast)
    {
        wasLast = false;
        if (_isFull)
            return false;

        var pair = XxHash128.HashToUInt128(Bytes(hashKey), flag + (int)side);
        return !_pairs.ContainsKey(pair) && Keep(pair, out wasLast);
    }

    private bool Keep(UInt128 pair, out bool wasLast)
    {
        wasLast = false;
        lock (_gate)
        {
            if (_isFull || _pairs.ContainsKey(pair))
                return false;

            if (_count < most)
            {
                _pairs[pair] = true;
                _count++;
                return true;
            }

            wasLast = _isFull = true;
            _pairs.Clear();
            return false;
        }
    }

    private static ReadOnlySpan<byte> Bytes(string text) => MemoryMarshal.AsBytes(text.AsSpan());
}
