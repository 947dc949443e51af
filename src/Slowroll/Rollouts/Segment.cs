namespace Slowroll.Rollouts;

/// <summary>A part of a schedule in which the share on <c>new</c> goes from one percentage to another, linearly.</summary>
/// <param name="From">The share at the start.</param>
/// <param name="To">The share at the end.</param>
/// <param name="Start">When it begins, in microseconds since the year 1.</param>
/// <param name="Length">How long it takes, in microseconds; 0 or more.</param>
internal readonly record struct Segment(Percentage From, Percentage To, long Start, long Length)
{
    // A common divisor of the two percentages and of a hundred. It keeps the numbers of a share small.
    private readonly long _unit = CommonDivisor(CommonDivisor(Percentage.Hundred.Billionths, From.Billionths), To.Billionths);

    /// <summary>When it ends, in microseconds since the year 1.</summary>
    public long End => Start + Length;

    /// <summary>The share on <c>new</c> at an instant; before the segment its first share, after it its last.</summary>
    /// <remarks>Both parts are below 2^99, and below 2^62 where the share goes from 0 to 100. It is computed in ticks, so that a
    /// clock finer than microseconds moves the share at every tick.</remarks>
    /// <param name="utcTicks">The instant.</param>
    public Share ShareAt(long utcTicks)
    {
        var (from, to, hundred) = (From.Billionths / _unit, To.Billionths / _unit, Percentage.Hundred.Billionths / _unit);
        var (start, end) = (Start * Schedule.TicksPerMicrosecond, End * Schedule.TicksPerMicrosecond);
        if (utcTicks >= end)
            return new(to, hundred);
        if (utcTicks <= start)
            return new(from, hundred);

        return new(
            Wide.Product(from, end - utcTicks) + Wide.Product(to, utcTicks - start),
            Wide.Product(hundred, end - start));
    }

    private static long CommonDivisor(long left, long right)
    {
        while (right != 0)
            (left, right) = (right, left % right);
        return left;
    }
}
