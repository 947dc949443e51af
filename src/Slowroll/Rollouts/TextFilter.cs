using System.Numerics;
using System.Runtime.InteropServices;

namespace Slowroll.Rollouts;

/// <summary>Excludes most texts that are not in a set: a Bloom filter with one hash of a few letters.</summary>
/// <remarks>Texts that differ only in other letters, by chance or on purpose, cost a look-up in the set
/// itself.</remarks>
internal sealed class TextFilter
{
    // One in sixteen texts that are not in the set sets a bit of another one, if the letters are spread well.
    private const int BitsPerText = 16;
    private const int LettersAtOnce = sizeof(ulong) / sizeof(char);
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    private readonly ulong[] _bits;
    private readonly int _shift;

    /// <summary>The filter of a set of texts.</summary>
    public TextFilter(IReadOnlyCollection<string> texts)
    {
        var size = Math.Max(64, BitOperations.RoundUpToPowerOf2((ulong)texts.Count * BitsPerText));
        _shift = 64 - BitOperations.Log2(size);
        _bits = new ulong[size / 64];
        foreach (var text in texts)
        {
            var bit = BitOf(text);
            _bits[bit >> 6] |= 1UL << (int)bit;
        }
    }

    /// <summary>Whether a text may be in the set; false is certain. Costs three multiplications and a read of one
    /// word.</summary>
    public bool MayHave(string text)
    {
        var bit = BitOf(text);
        return (_bits[bit >> 6] & (1UL << (int)bit)) != 0;
    }

    private ulong BitOf(string text) => Hash(text) >> _shift;

    // Four letters from the beginning, the middle and the end: names of hosts and users differ there.
    private static ulong Hash(string text)
    {
        if (text.Length < LettersAtOnce)
            return HashShort(text);

        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        var last = bytes.Length - sizeof(ulong);
        var hash = (MemoryMarshal.Read<ulong>(bytes) ^ (ulong)text.Length) * Multiplier;
        hash = (BitOperations.RotateLeft(hash, 29) ^ MemoryMarshal.Read<ulong>(bytes[(last / 2)..])) * Multiplier;
        return (BitOperations.RotateLeft(hash, 29) ^ MemoryMarshal.Read<ulong>(bytes[last..])) * Multiplier;
    }

    private static ulong HashShort(string text)
    {
        var hash = (ulong)text.Length;
        foreach (var letter in text)
            hash = (hash ^ letter) * Multiplier;
        return hash;
    }
}
