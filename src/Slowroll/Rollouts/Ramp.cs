using System.Runtime.CompilerServices;

namespace Slowroll.Rollouts;

/// <summary>A schedule, ready to decide: who is on <c>new</c> at which instant.</summary>
/// <remarks>
/// <para>A position lies inside the share while <c>position * 100 &lt; share</c>. Upwards the lowest positions enter first;
/// downwards the highest leave first. Positions outside the two percentages never move.</para>
/// <para>All arithmetic is exact. With bucket * 10^11 / 2^32 as the position in billionths of a percent, the largest product,
/// length * 10^11 * 2^32 with a length of at most 9,999 years, stays below 2^127.</para>
/// </remarks>
internal sealed class Ramp
{
    private const long TicksPerMicrosecond = Schedule.TicksPerMicrosecond;

    private readonly Schedule _schedule;
    private readonly Stretch[] _stretches;
    private Stretch _latest;

    /// <summary>The ramp of a schedule.</summary>
    public Ramp(Schedule schedule)
    {
        _schedule = schedule;
        _stretches = [.. StretchesOf(schedule)];
        _latest = _stretches[0];
    }

    /// <summary>Whether nobody switches any more.</summary>
    public bool IsOverAt(long utcTicks) => utcTicks >= _schedule.End * TicksPerMicrosecond;

    /// <summary>The part of time that an instant lies in. Costs two comparisons, and a search when the part is over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Stretch StretchAt(long utcTicks)
    {
        var latest = _latest;
        return latest.Has(utcTicks) ? latest : FindStretch(utcTicks);
    }

    /// <summary>The side of a bucket at an instant.</summary>
    public Side SideAt(uint bucket, long utcTicks) => SideAt(StretchAt(utcTicks), bucket, utcTicks);

    /// <summary>The side of a bucket at an instant of a stretch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Side SideAt(Stretch stretch, uint bucket, long utcTicks) =>
        stretch.TryGetSide(bucket, utcTicks, out var side) ? side : ExactSideAt(bucket, utcTicks);

    /// <summary>When a bucket changes sides; null for those that never do.</summary>
    public DateTimeOffset? SwitchesAt(uint bucket) =>
        SwitchTicks(bucket) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>What time does to a bucket, exactly.</summary>
    public SideOverTime CourseOf(uint bucket)
    {
        var (before, after) = (SideBefore(bucket), SideAfter(bucket));
        return SwitchTicks(bucket) is { } ticks ? new(before, ticks, after) : SideOverTime.Always(before);
    }

    /// <summary>The share on <c>new</c> at an instant, as an exact fraction of 1, see <see cref="Segment.ShareAt"/>.</summary>
    public (Int128 Numerator, Int128 Denominator) ShareAt(long utcTicks)
    {
        var share = _schedule.ShareAt(utcTicks);
        return (share.Numerator, share.Denominator);
    }

    // Apart, so that what stands before it fits into the read itself.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Side ExactSideAt(uint bucket, long utcTicks) =>
        utcTicks >= SwitchTicks(bucket) ? SideAfter(bucket) : SideBefore(bucket);

    private Side SideBefore(uint bucket) => bucket < _schedule.From.FirstBucket ? Side.New : Side.Stable;

    private Side SideAfter(uint bucket) => bucket < _schedule.To.FirstBucket ? Side.New : Side.Stable;

    // start + round(length * distance / width) of the segment that moves the bucket, rounded half to even.
    private long? SwitchTicks(uint bucket)
    {
        if (SegmentOf(bucket) is not { } segment)
            return null;

        const ulong Positions = 1UL << 32;
        var position = (Int128)bucket * Percentage.Hundred.Billionths;
        var distance = Int128.Abs(position - (Int128)segment.From.Billionths * Positions);
        var width = (Int128)Math.Abs(segment.To.Billionths - segment.From.Billionths) * Positions;
        var elapsed = (long)Rounding.DivideHalfToEven(segment.Length * distance, width);
        return (segment.Start + elapsed) * TicksPerMicrosecond;
    }

    private Segment? SegmentOf(uint bucket)
    {
        foreach (var segment in _schedule.Segments)
        {
            var (from, to) = (segment.From.FirstBucket, segment.To.FirstBucket);
            if (bucket >= Math.Min(from, to) && bucket < Math.Max(from, to))
                return segment;
        }

        return null;
    }

    // Kept only when it is later: a frozen view of an earlier instant must not make others search.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Stretch FindStretch(long utcTicks)
    {
        var index = _stretches.Length - 1;
        while (index > 0 && utcTicks < _stretches[index].FromTicks)
            index--;

        var found = _stretches[index];
        if (found.FromTicks > _latest.FromTicks)
            _latest = found;
        return found;
    }

    // Before the start, along each segment, between two segments, and after the end. None is empty but by a length of 0, which
    // no instant lies in.
    private static IEnumerable<Stretch> StretchesOf(Schedule schedule)
    {
        var from = long.MinValue;
        foreach (var segment in schedule.Segments)
        {
            yield return Stretch.Still(segment.From, from, segment.Start * TicksPerMicrosecond);
            yield return Stretch.Moving(segment);
            from = segment.End * TicksPerMicrosecond;
        }

        // The last instant of all is in it too.
        yield return Stretch.Still(schedule.To, from, long.MaxValue);
    }
}
