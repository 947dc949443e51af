namespace Slowroll.Tool.Planning.Hours;

/// <summary>Runs of several lines that are collected in one hour.</summary>
internal sealed class HourRuns
{
    // A bucket, or the end of all buckets, has 33 bits.
    private const int PlaceBits = 33;

    private readonly List<long> _starts = [];
    private readonly List<long> _ends = [];

    /// <summary>How many get <c>new</c>, summed over flags.</summary>
    public long Gains { get; private set; }

    /// <summary>How many lose it, summed over flags.</summary>
    public long Losses { get; private set; }

    /// <summary>Adds the runs of a part.</summary>
    /// <param name="line">The number of their line.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="counts">How many gain and lose.</param>
    public void Add(int line, List<Run> runs, (long Gains, long Losses) counts)
    {
        foreach (var run in runs)
        {
            _starts.Add(((long)line << PlaceBits) + run.From);
            _ends.Add(((long)line << PlaceBits) + run.Until);
        }

        (Gains, Losses) = (Gains + counts.Gains, Losses + counts.Losses);
    }

    /// <summary>Adds all of another one.</summary>
    public void Add(HourRuns other)
    {
        _starts.AddRange(other._starts);
        _ends.AddRange(other._ends);
        (Gains, Losses) = (Gains + other.Gains, Losses + other.Losses);
    }

    /// <summary>The places that lie in any of the runs, as runs that don't touch; sorted by line.</summary>
    public List<(int Line, Run Run)> Union()
    {
        var (starts, ends) = (_starts.ToArray(), _ends.ToArray());
        Array.Sort(starts, ends);
        List<(int Line, Run Run)> union = [];
        for (var i = 0; i < starts.Length;)
        {
            var (start, end) = (starts[i], ends[i]);
            var line = start >> PlaceBits;
            for (i++; i < starts.Length && starts[i] <= end && starts[i] >> PlaceBits == line; i++)
                end = Math.Max(end, ends[i]);
            union.Add(((int)line, new(start - (line << PlaceBits), end - (line << PlaceBits))));
        }

        return union;
    }
}
