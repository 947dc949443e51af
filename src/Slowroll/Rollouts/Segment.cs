namespace Slowroll.Rollouts;

/// <summary>A part of a schedule in which the share on <c>new</c> goes from one percentage to another, linearly in the
/// time that counts.</summary>
/// <param name="From">The share at the start.</param>
/// <param name="To">The share at the end.</param>
/// <param name="Start">When it begins, in microseconds since the year 1.</param>
/// <param name="Length">How much time has to count, in microseconds; 0 or more.</param>
/// <param name="End">When it ends, in microseconds since the year 1, or <see cref="OpenTime.Never"/>.</param>
/// <param name="Time">The time that counts.</param>
internal readonly record struct Segment(
    Percentage From, Percentage To, long Start, long Length, long End, OpenTime Time)
{
    // A common divisor of the two percentages and of a hundred. It keeps the numbers of a share small.
    private readonly long _unit =
        CommonDivisor(CommonDivisor(Percentage.Hundred.Billionths, From.Billionths), To.Billionths);

    /// <summary>A segment in which every instant counts.</summary>
    public Segment(Percentage from, Percentage to, long start, long length)
        : this(from, to, start, length, OpenTime.Always.EndOf(start, length), OpenTime.Always)
    {
    }

    /// <summary>Whether a bucket changes sides in it.</summary>
    public bool Moves(uint bucket) =>
        bucket >= Math.Min(From.FirstBucket, To.FirstBucket) && bucket < Math.Max(From.FirstBucket, To.FirstBucket);

    /// <summary>When a bucket that moves in it changes sides, in microseconds since the year 1, or
    /// <see cref="OpenTime.Never"/>.</summary>
    /// <remarks>The first open instant by which length * distance / width has counted, rounded half to even. Positions
    /// are taken in <see cref="Percentage.Parts"/>, so that no product reaches 2^122.</remarks>
    public long SwitchOf(uint bucket)
    {
        var distance = Math.Abs(bucket * Percentage.PartsPerBucket - From.Parts);
        var width = Math.Abs(To.Parts - From.Parts);
        return Time.FirstOpenAfter(Start, Wide.DivideHalfToEven(Wide.Product(Length, distance), width));
    }

    /// <summary>The share on <c>new</c> at an instant; before the segment its first share, after it its last.</summary>
    /// <remarks>Both parts are below 2^100, and below 2^62 where the share goes from 0 to 100 within a year. It is
    /// computed in ticks, so that a clock finer than microseconds moves the share at every tick.</remarks>
    /// <param name="utcTicks">The instant.</param>
    public Share ShareAt(long utcTicks)
    {
        var (from, to, hundred) =
            (From.Billionths / _unit, To.Billionths / _unit, Percentage.Hundred.Billionths / _unit);
        if (utcTicks >= Schedule.TicksOf(End))
            return new(to, hundred);
        if (utcTicks <= Schedule.TicksOf(Start) || Length == 0)
            return new(from, hundred);

        // A length of which ticks would leave the type is taken in microseconds.
        var (counted, whole) = Length <= long.MaxValue / Schedule.TicksPerMicrosecond
            ? (CountedTicks(utcTicks), Length * Schedule.TicksPerMicrosecond)
            : (CountedTicks(utcTicks) / Schedule.TicksPerMicrosecond, Length);
        return new(Wide.Product(from, whole - counted) + Wide.Product(to, counted), Wide.Product(hundred, whole));
    }

    private long CountedTicks(long utcTicks)
    {
        if (Time.IsAlways)
            return utcTicks - Schedule.TicksOf(Start);

        var instant = utcTicks / Schedule.TicksPerMicrosecond;
        var counted = Schedule.TicksOf(Time.CountedUntil(instant) - Time.CountedUntil(Start));
        return Time.RunAt(instant).IsOpen ? counted + utcTicks % Schedule.TicksPerMicrosecond : counted;
    }

    private static long CommonDivisor(long left, long right)
    {
        while (right != 0)
            (left, right) = (right, left % right);
        return left;
    }
}
