using System.Runtime.CompilerServices;

namespace Slowroll.Rollouts;

/// <summary>A part of time in which a share stands still or goes straight, so that one line says when each bucket switches.</summary>
internal sealed class Stretch
{
    private const double Buckets = 1UL << 32;

    // Eight times what a handful of operations can lose of a double's 53 bits.
    private const double RelativeError = 1.0 / (1L << 48);

    private readonly long _firstMoving;
    private readonly long _endOfMoving;
    private readonly Side _sideBefore;
    private readonly Side _sideAfter;
    private readonly double _ticksPerBucket;
    private readonly double _ticksAtBucketZero;
    private readonly double _doubt;

    private Stretch(long fromTicks, long untilTicks, long firstMoving, long endOfMoving)
    {
        (FromTicks, UntilTicks, _firstMoving, _endOfMoving) = (fromTicks, untilTicks, firstMoving, endOfMoving);
        SideOfAll = firstMoving != endOfMoving ? null : firstMoving == 0 ? Side.Stable : endOfMoving == 1L << 32 ? Side.New : null;
    }

    private Stretch(Segment segment, long fromTicks, long untilTicks)
        : this(
            fromTicks,
            untilTicks,
            Math.Min(segment.From.FirstBucket, segment.To.FirstBucket),
            Math.Max(segment.From.FirstBucket, segment.To.FirstBucket))
    {
        var isFalling = segment.To.Billionths < segment.From.Billionths;
        (_sideBefore, _sideAfter) = isFalling ? (Side.New, Side.Stable) : (Side.Stable, Side.New);

        var ticksPerBillionth = (double)segment.Length * Schedule.TicksPerMicrosecond / (segment.To.Billionths - segment.From.Billionths);
        _ticksPerBucket = ticksPerBillionth * Percentage.Hundred.Billionths / Buckets;
        _ticksAtBucketZero = -ticksPerBillionth * segment.From.Billionths;
        _doubt = 2 * Schedule.TicksPerMicrosecond + (Math.Abs(_ticksPerBucket) * Buckets + Math.Abs(_ticksAtBucketZero)) * RelativeError;
    }

    /// <summary>Its first instant.</summary>
    public long FromTicks { get; }

    /// <summary>The first instant after it.</summary>
    public long UntilTicks { get; }

    /// <summary>The side of every hash key alike; null where there are both.</summary>
    public Side? SideOfAll { get; }

    /// <summary>The share stands still.</summary>
    public static Stretch Still(Percentage share, long fromTicks, long untilTicks) =>
        new(fromTicks, untilTicks, share.FirstBucket, share.FirstBucket);

    /// <summary>The share moves along a segment.</summary>
    public static Stretch Moving(Segment segment) => segment.From == segment.To
        ? Still(segment.From, segment.Start * Schedule.TicksPerMicrosecond, segment.End * Schedule.TicksPerMicrosecond)
        : new(segment, segment.Start * Schedule.TicksPerMicrosecond, segment.End * Schedule.TicksPerMicrosecond);

    /// <summary>Whether an instant lies in it.</summary>
    public bool Has(long utcTicks) => utcTicks >= FromTicks && utcTicks < UntilTicks;

    /// <summary>The side of a bucket at an instant of the stretch; unknown next to its switch, where only exact arithmetic tells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetSide(uint bucket, long utcTicks, out Side side)
    {
        if (bucket < _firstMoving || bucket >= _endOfMoving)
        {
            side = StillSide(bucket);
            return true;
        }

        // Only an instant next to the switch needs 128 bits: everywhere else a double tells which side it lies on.
        var since = utcTicks - FromTicks - (_ticksAtBucketZero + _ticksPerBucket * bucket);

        // Looked up by adding: no branch can guess which of the two a new hash key gets.
        side = _sideBefore + (since > 0 ? _sideAfter - _sideBefore : 0);
        return Math.Abs(since) > _doubt;
    }

    /// <summary>What is known of a bucket in this stretch.</summary>
    public SideOverTime CourseOf(uint bucket)
    {
        if (bucket < _firstMoving || bucket >= _endOfMoving)
            return new(FromTicks, StillSide(bucket), UntilTicks, UntilTicks, default, UntilTicks);

        var about = FromTicks + (long)(_ticksAtBucketZero + _ticksPerBucket * bucket);
        var doubt = (long)_doubt + 1;
        return new(FromTicks, _sideBefore, about - doubt, about + doubt, _sideAfter, UntilTicks);
    }

    // The lowest positions have 'new' first, and keep it longest.
    private Side StillSide(uint bucket) => bucket < _firstMoving ? Side.New : Side.Stable;
}
