namespace Slowroll.Rollouts;

/// <summary>Takes <c>new</c> back: from an instant on nobody newly gets it, and those who have it go back, the highest
/// positions first.</summary>
/// <param name="From">The instant, in microseconds since the year 1.</param>
/// <param name="Over">Within how much time they go back, in microseconds.</param>
internal readonly record struct Rollback(long From, long Over)
{
    /// <summary>When everybody is back, in microseconds since the year 1, or <see cref="OpenTime.Never"/>.</summary>
    public long End => OpenTime.Always.EndOf(From, Over);

    /// <summary>When a bucket that was on <c>new</c> goes back, in microseconds since the year 1, or
    /// <see cref="OpenTime.Never"/>.</summary>
    /// <remarks>from + over * max(0, S - P) / S, rounded half to even, with S the share and P the position. Costs up to
    /// 64 comparisons of products of 256 bits.</remarks>
    /// <param name="bucket">The bucket.</param>
    /// <param name="share">The share on <c>new</c> one microsecond before the rollback.</param>
    public long LeaveOf(uint bucket, Share share)
    {
        // The quotient is over - over * P / S. It is at most k + 1/2 where (2 * over - 2k - 1) * S <= 2 * over * P.
        const long Buckets = 1L << 32;
        var (twice, over) = ((ulong)Over * 2, (ulong)Over);
        var right = Wide.Product64(twice, bucket);
        int Compare(ulong k) => k == over ? -1 : Wide.CompareProducts(
            Wide.Product64(twice - 2 * k - 1, Buckets), share.Numerator, right, share.Denominator);

        var (low, high) = (0UL, over);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (Compare(middle) <= 0)
                high = middle;
            else
                low = middle + 1;
        }

        return OpenTime.Always.EndOf(From, (long)(Compare(low) == 0 && low % 2 == 1 ? low + 1 : low));
    }
}
