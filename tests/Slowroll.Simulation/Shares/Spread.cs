namespace Slowroll.Simulation.Shares;

/// <summary>How many of some names are on <c>new</c> in each hour, against the share that the schedule wants.</summary>
internal sealed class Spread
{
    private readonly int[] _counts;
    private readonly double[] _ideals;
    private readonly int _names;

    /// <param name="rollout">The rollout.</param>
    /// <param name="buckets">The buckets of the names. They are sorted.</param>
    public Spread(SteppedRollout rollout, uint[] buckets)
    {
        Array.Sort(buckets);
        _names = buckets.Length;
        _ideals = [.. Enumerable.Range(0, SteppedRollout.Hours).Select(rollout.IdealAt)];
        _counts = [.. Enumerable.Range(0, SteppedRollout.Hours).Select(hour => rollout.CountAt(buckets, hour))];
    }

    /// <summary>The hours in which some names, but not all, should be on <c>new</c>.</summary>
    public IEnumerable<int> Hours =>
        Enumerable.Range(0, SteppedRollout.Hours).Where(hour => _ideals[hour] is > 0 and < 1);

    /// <summary>The share in an hour less the ideal one, in percentage points.</summary>
    public double DeviationAt(int hour) => 100 * ((double)_counts[hour] / _names - _ideals[hour]);

    /// <summary>How far names that are thrown at random would typically be off, in percentage points.</summary>
    public double StandardErrorAt(int hour) => 100 * Math.Sqrt(_ideals[hour] * (1 - _ideals[hour]) / _names);

    /// <summary>The furthest that the share is off, in percentage points.</summary>
    public double Furthest => Hours.Max(hour => Math.Abs(DeviationAt(hour)));

    /// <summary>The same in standard errors. Hours differ in both.</summary>
    public double FurthestInStandardErrors =>
        Hours.Max(hour => Math.Abs(DeviationAt(hour)) / StandardErrorAt(hour));
}
