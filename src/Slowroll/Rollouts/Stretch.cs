using System.Runtime.CompilerServices;

namespace Slowroll.Rollouts;

/// <summary>A part of time in which a share stands still or goes straight, so that one line says when each bucket
/// switches.</summary>
internal sealed class Stretch
{
    private const double Buckets = 1UL << 32;

    // Eight times the error that a few operations on doubles of 53 bits can have.
    private const double RelativeError = 1.0 / (1L << 48);

    private readonly long _firstMoving;
    private readonly long _endOfMoving;
    private readonly bool _isFalling;
    private readonly double _ticksPerBucket;
    private readonly double _ticksAtBucketZero;
    private readonly double _doubt;

    private Stretch(long fromTicks, long untilTicks, long firstMoving, long endOfMoving)
    {
        (FromTicks, UntilTicks, _firstMoving, _endOfMoving) = (fromTicks, untilTicks, firstMoving, endOfMoving);
        SideOfAll = firstMoving != endOfMoving
            ? null
            : firstMoving == 0 ? Side.Stable : endOfMoving == 1L << 32 ? Side.New : null;
    }

    private Stretch(
        long fromTicks, long untilTicks, long firstMoving, long endOfMoving, bool isFalling, double ticksAtBucketZero,
        double ticksPerBucket)
        : this(fromTicks, untilTicks, firstMoving, endOfMoving)
    {
        (_isFalling, _ticksAtBucketZero, _ticksPerBucket) = (isFalling, ticksAtBucketZero, ticksPerBucket);
        _doubt = 2 * Schedule.TicksPerMicrosecond
            + (Math.Abs(ticksPerBucket) * Buckets + Math.Abs(ticksAtBucketZero)) * RelativeError;
    }

    private Stretch(Stretch other)
    {
        (FromTicks, UntilTicks, _firstMoving, _endOfMoving) =
            (other.FromTicks, other.UntilTicks, other._firstMoving, other._endOfMoving);
        (_isFalling, _doubt) = (other._isFalling, other._doubt);
        (_ticksAtBucketZero, _ticksPerBucket) = (other._ticksAtBucketZero, other._ticksPerBucket);
    }

    /// <summary>Its first instant.</summary>
    public long FromTicks { get; }

    /// <summary>The first instant after it.</summary>
    public long UntilTicks { get; }

    /// <summary>The side of every hash key alike; null where there may be both.</summary>
    public Side? SideOfAll { get; private init; }

    /// <summary>Whether a rollback takes <c>new</c> back, so that it says only who is on it by the schedule.</summary>
    public bool IsRolledBack { get; private init; }

    /// <summary>The share stands still: the buckets below one are on <c>new</c>.</summary>
    public static Stretch Still(long firstOnStable, long fromTicks, long untilTicks) =>
        new(fromTicks, untilTicks, firstOnStable, firstOnStable);

    /// <summary>The share moves along a segment, in a part of it in which all time counts.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="fromTicks">When the part begins.</param>
    /// <param name="untilTicks">When it ends.</param>
    /// <param name="counted">How much of the segment's time has counted before, in microseconds.</param>
    public static Stretch Moving(Segment segment, long fromTicks, long untilTicks, long counted)
    {
        var ticksPerBillionth =
            (double)segment.Length * Schedule.TicksPerMicrosecond / (segment.To.Billionths - segment.From.Billionths);
        var (from, to) = (segment.From.FirstBucket, segment.To.FirstBucket);
        return new(
            fromTicks,
            untilTicks,
            Math.Min(from, to),
            Math.Max(from, to),
            isFalling: segment.To.Billionths < segment.From.Billionths,
            -ticksPerBillionth * segment.From.Billionths - (double)counted * Schedule.TicksPerMicrosecond,
            ticksPerBillionth * Percentage.Hundred.Billionths / Buckets);
    }

    /// <summary>A rollback takes <c>new</c> back from those who have it.</summary>
    /// <param name="rollback">The rollback.</param>
    /// <param name="share">The share before it, as a fraction of 1; more than 0.</param>
    /// <param name="firstOnStable">The lowest bucket that isn't on <c>new</c> before it.</param>
    public static Stretch Leaving(Rollback rollback, double share, long firstOnStable)
    {
        var ticks = (double)rollback.Over * Schedule.TicksPerMicrosecond;
        return new(
            Schedule.TicksOf(rollback.From), Schedule.TicksOf(rollback.End), 0, firstOnStable, isFalling: true, ticks,
            -ticks / share / Buckets);
    }

    /// <summary>The same stretch during a rollback.</summary>
    public Stretch RolledBack() => new(this)
    {
        IsRolledBack = true,
        SideOfAll = SideOfAll == Side.New ? null : SideOfAll,
    };

    /// <summary>Whether an instant lies in it.</summary>
    public bool Has(long utcTicks) => utcTicks >= FromTicks && utcTicks < UntilTicks;

    /// <summary>The side of a bucket at an instant of the stretch; unknown next to its switch, where only exact
    /// arithmetic tells.</summary>
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
        side = SideOf(hasSwitched: since > 0);
        return Math.Abs(since) > _doubt;
    }

    /// <summary>What is known of a bucket in this stretch.</summary>
    public SideOverTime CourseOf(uint bucket)
    {
        if (bucket < _firstMoving || bucket >= _endOfMoving)
            return new(FromTicks, StillSide(bucket), UntilTicks, UntilTicks, default, UntilTicks);

        var about = FromTicks + (long)(_ticksAtBucketZero + _ticksPerBucket * bucket);
        var doubt = (long)_doubt + 1;

        // The switch may lie behind the stretch, where a rollback has begun.
        return new(
            FromTicks, SideOf(false), Math.Min(about - doubt, UntilTicks), about + doubt, SideOf(true), UntilTicks);
    }

    // Without a branch: no prediction can guess which of the two a new hash key gets.
    private Side SideOf(bool hasSwitched) => Side.Stable + (hasSwitched != _isFalling ? 1 : 0);

    // The lowest positions have 'new' first, and keep it longest.
    private Side StillSide(uint bucket) => bucket < _firstMoving ? Side.New : Side.Stable;
}
