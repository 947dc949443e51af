using System.Runtime.CompilerServices;

namespace Slowroll.Rollouts;

/// <summary>The schedule of a rollout: the share on <c>new</c> goes from one percentage to another, linearly, within a time.</summary>
/// <remarks>
/// <para>A position lies inside the share while <c>position * 100 &lt; share</c>. Upwards the lowest positions enter first;
/// downwards (a rollback) the highest leave first. Positions outside the two percentages never move.</para>
/// <para>All arithmetic is exact. With bucket * 10^11 / 2^32 as the position in billionths of a percent, the largest product,
/// duration * 10^11 * 2^32 with a duration of at most 9,999 years, stays below 2^127.</para>
/// </remarks>
internal sealed class Ramp
{
    private const ulong Positions = 1UL << 32;

    // Eight times what a handful of operations can lose of a double's 53 bits.
    private const double RelativeError = 1.0 / (1L << 48);

    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    private readonly Schedule _schedule;
    private readonly long _firstMoving;
    private readonly long _endOfMoving;
    private readonly long _shareUnit;
    private readonly Side _sideBefore;
    private readonly Side _sideAfter;
    private readonly long _splitFrom;
    private readonly long _splitUntil;
    private readonly double _ticksPerBucket;
    private readonly double _ticksAtBucketZero;
    private readonly double _doubt;

    /// <summary>The ramp of a schedule.</summary>
    public Ramp(Schedule schedule)
    {
        var (startMicroseconds, duration, from, to) = _schedule = schedule;
        StartTicks = startMicroseconds * TicksPerMicrosecond;
        EndTicks = (startMicroseconds + duration) * TicksPerMicrosecond;
        IsRollback = schedule.IsRollback;
        _sideBefore = SideOfAll(from);
        _sideAfter = SideOfAll(to);
        _splitFrom = _sideBefore == Side.Default ? long.MinValue : StartTicks;
        _splitUntil = _sideAfter == Side.Default ? long.MaxValue : EndTicks;
        (_firstMoving, _endOfMoving) = IsRollback
            ? (FirstBucketAt(to), FirstBucketAt(from))
            : (FirstBucketAt(from), FirstBucketAt(to));
        _shareUnit = GreatestCommonDivisor(Percentage.Hundred.Billionths, from.Billionths, to.Billionths);

        var ticksPerBillionth = (double)duration * TicksPerMicrosecond / (to.Billionths - from.Billionths);
        _ticksPerBucket = ticksPerBillionth * Percentage.Hundred.Billionths / Positions;
        _ticksAtBucketZero = -ticksPerBillionth * from.Billionths;
        _doubt = 2 * TicksPerMicrosecond + (Math.Abs(_ticksPerBucket) * Positions + Math.Abs(_ticksAtBucketZero)) * RelativeError;
    }

    /// <summary>The share on <c>new</c> until the start.</summary>
    public Percentage From => _schedule.From;

    /// <summary>The share on <c>new</c> from the end on.</summary>
    public Percentage To => _schedule.To;

    /// <summary>Whether the share goes down.</summary>
    public bool IsRollback { get; }

    private long StartTicks { get; }

    private long EndTicks { get; }

    /// <summary>Whether nobody switches any more.</summary>
    public bool IsOverAt(long utcTicks) => utcTicks >= EndTicks;

    /// <summary>Whether there are keys on both sides, so that the instant alone doesn't decide.</summary>
    public bool IsSplitAt(long utcTicks) => utcTicks >= _splitFrom && utcTicks < _splitUntil;

    /// <summary>The side of every key alike, where the instant alone decides it; else <see cref="Side.Default"/>.</summary>
    public Side SideOfAll(long utcTicks) =>
        utcTicks < StartTicks ? _sideBefore : utcTicks >= EndTicks ? _sideAfter : Side.Default;

    /// <summary>The side of a key at an instant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Side SideAt(uint bucket, long utcTicks)
    {
        if (bucket < _firstMoving)
            return Side.New;
        if (bucket >= _endOfMoving)
            return Side.Stable;

        // Only an instant next to the switch needs the 128 bits: everywhere else a double tells which side it lies on.
        var since = utcTicks - StartTicks - (_ticksAtBucketZero + _ticksPerBucket * bucket);
        return Math.Abs(since) > _doubt ? SideOf(since > 0) : ExactSideAt(bucket, utcTicks);
    }

    // Apart, so that what stands before it fits into the read itself.
    private Side ExactSideAt(uint bucket, long utcTicks) => SideOf(utcTicks >= SwitchTicks(bucket));

    // Added up: no branch can guess which of the two a new key gets.
    private Side SideOf(bool hasSwitched) => Side.Stable + (hasSwitched != IsRollback ? 1 : 0);

    /// <summary>When a key changes sides; null for those that never do.</summary>
    public DateTimeOffset? SwitchesAt(uint bucket) =>
        bucket < _firstMoving || bucket >= _endOfMoving ? null : new DateTimeOffset(SwitchTicks(bucket), TimeSpan.Zero);

    /// <summary>The side of a key at every instant but those next to its switch.</summary>
    public KeyCourse CourseOf(uint bucket)
    {
        if (bucket < _firstMoving)
            return KeyCourse.Always(Side.New);
        if (bucket >= _endOfMoving)
            return KeyCourse.Always(Side.Stable);

        var about = StartTicks + (long)(_ticksAtBucketZero + _ticksPerBucket * bucket);
        var doubt = (long)_doubt + 1;
        return new KeyCourse(SideOf(hasSwitched: false), about - doubt, about + doubt, SideOf(hasSwitched: true));
    }

    /// <summary>The share on <c>new</c> at an instant, as an exact fraction of 1. Both parts are below 2^99, and below 2^62
    /// where the ramp goes from 0 to 100.</summary>
    public (Int128 Numerator, Int128 Denominator) ShareAt(long utcTicks)
    {
        var share = _schedule.ShareAt(utcTicks, _shareUnit);
        return (share.Numerator, share.Denominator);
    }

    // start + round(duration * distance / width), rounded half to even.
    private long SwitchTicks(uint bucket)
    {
        var position = (Int128)bucket * Percentage.Hundred.Billionths;
        var distance = Int128.Abs(position - (Int128)From.Billionths * Positions);
        var width = (Int128)Math.Abs(To.Billionths - From.Billionths) * Positions;
        var elapsed = (long)Rounding.DivideHalfToEven(_schedule.Duration * distance, width);
        return (_schedule.Start + elapsed) * TicksPerMicrosecond;
    }

    private static Side SideOfAll(Percentage share) =>
        share.Billionths == 0 ? Side.Stable : share == Percentage.Hundred ? Side.New : Side.Default;

    // The lowest bucket whose position is not inside the percentage: 0 for 0, 2^32 (none) for 100.
    private static long FirstBucketAt(Percentage percentage)
    {
        var (whole, rest) = Int128.DivRem((Int128)percentage.Billionths * Positions, Percentage.Hundred.Billionths);
        return (long)whole + (rest > 0 ? 1 : 0);
    }

    private static long GreatestCommonDivisor(params ReadOnlySpan<long> numbers)
    {
        var divisor = 0L;
        foreach (var number in numbers)
            divisor = (long)System.Numerics.BigInteger.GreatestCommonDivisor(divisor, number);
        return divisor;
    }
}
