namespace Slowroll.Simulation.Fleets;

/// <summary>Random numbers that are the same in each run and on each machine (SplitMix64).</summary>
/// <param name="seed">Where the sequence begins.</param>
internal sealed class Chances(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        _state += 0x9E37_79B9_7F4A_7C15;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>The next number from 0 up to 1. A double has 53 bits, so that it is exact.</summary>
    public double Next() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The next whole number below a limit; so close to even that a simulation can't tell.</summary>
    public int Next(int limit) => (int)((NextBits() >> 32) * (ulong)limit >> 32);
}
