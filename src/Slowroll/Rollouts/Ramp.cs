using System.Runtime.CompilerServices;

namespace Slowroll.Rollouts;

/// <summary>A schedule and its rollbacks, ready to decide: who is on <c>new</c> at which instant.</summary>
/// <remarks>A position lies inside the share while <c>position * 100 &lt; share</c>. Upwards the lowest positions enter
/// first; downwards the highest leave first. Positions outside the two percentages never move. All arithmetic is
/// exact.</remarks>
internal sealed class Ramp
{
    private readonly Schedule _schedule;
    private readonly Withdrawal[] _withdrawals;
    private readonly long _rollbackTicks = long.MaxValue;
    private readonly long _endOfRollbackTicks = long.MaxValue;
    private Stretch _latest;
    private Stretch _earlier;

    /// <summary>The ramp of a schedule.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="rollbacks">Those of the flag and of its wave. All of them count.</param>
    public Ramp(Schedule schedule, params IReadOnlyList<Rollback> rollbacks)
    {
        _schedule = schedule;
        _withdrawals = rollbacks.Count == 0 ? [] : new Withdrawal[rollbacks.Count];
        for (var i = 0; i < _withdrawals.Length; i++)
        {
            var withdrawal = _withdrawals[i] = new(rollbacks[i], schedule);
            _rollbackTicks = Math.Min(_rollbackTicks, withdrawal.FromTicks);
            _endOfRollbackTicks = Math.Min(_endOfRollbackTicks, withdrawal.EndTicks);
        }

        var start = Math.Min(Schedule.TicksOf(schedule.Start), _rollbackTicks);
        _latest = _earlier = Stretch.Still(schedule.From.FirstBucket, long.MinValue, start);
    }

    /// <summary>The schedule, to which the rollbacks come.</summary>
    public Schedule Schedule => _schedule;

    /// <summary>How many rollbacks there are, of the flag and of its wave.</summary>
    public int RollbackCount => _withdrawals.Length;

    /// <summary>From here on nobody newly gets <c>new</c>; the largest number without a rollback.</summary>
    public long RollbackTicks => _rollbackTicks;

    /// <summary>From here on nobody has <c>new</c> any more; the largest number without a rollback.</summary>
    public long EndOfRollbackTicks => _endOfRollbackTicks;

    /// <summary>Whether nobody switches any more.</summary>
    public bool IsOverAt(long utcTicks) => _withdrawals.Length > 0
        ? utcTicks >= _endOfRollbackTicks
        : _schedule.End != OpenTime.Never && utcTicks >= Schedule.TicksOf(_schedule.End);

    /// <summary>The part of time that an instant lies in. Costs two comparisons, and a search when it is
    /// over.</summary>
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
    public Side SideAt(Stretch stretch, uint bucket, long utcTicks)
    {
        if (!stretch.TryGetSide(bucket, utcTicks, out var side))
            side = ExactSideAt(bucket, utcTicks);
        return stretch.IsRolledBack ? SideAfterRollback(side, bucket, utcTicks) : side;
    }

    /// <summary>What is known of a bucket in a stretch; null where that isn't simple enough to be remembered.</summary>
    public SideOverTime? CourseOf(Stretch stretch, uint bucket)
    {
        if (!stretch.IsRolledBack)
            return stretch.CourseOf(bucket);

        // Who was on 'new' by a share that rises still is.
        return _withdrawals.Length == 1 && !_schedule.IsFalling ? _withdrawals[0].CourseOf(bucket) : null;
    }

    /// <summary>When a bucket changes sides by the schedule; null for those that never do.</summary>
    public DateTimeOffset? SwitchesAt(uint bucket) =>
        _schedule.SwitchOf(bucket) is { } instant ? new DateTimeOffset(Schedule.TicksOf(instant), TimeSpan.Zero) : null;

    /// <summary>When a bucket is on <c>new</c>.</summary>
    public TimeOnNew TimeOnNewOf(uint bucket)
    {
        var (from, until) = (long.MinValue, long.MaxValue);
        var switches = _schedule.SwitchOf(bucket);
        if (_schedule.IsFalling && switches is { } leaves)
            until = Schedule.TicksOf(leaves);
        else if (bucket >= _schedule.From.FirstBucket)
            from = switches is { } enters ? Schedule.TicksOf(enters) : long.MaxValue;

        foreach (var withdrawal in _withdrawals)
            until = Math.Min(until, withdrawal.LeaveTicks(bucket));
        return new(from, until);
    }

    /// <summary>The share on <c>new</c> at an instant, as an exact fraction of 1, see <see cref="Segment.ShareAt"/>;
    /// during a rollback what is left of it.</summary>
    public (Int128 Numerator, Int128 Denominator) ShareAt(long utcTicks)
    {
        (Int128 Numerator, Int128 Denominator)? least = null;
        foreach (var withdrawal in _withdrawals)
        {
            if (withdrawal.ShareAt(utcTicks) is { } left && (least is not { } known || IsLess(left, known)))
                least = left;
        }

        if (least is { } found)
            return found;

        var share = _schedule.ShareAt(utcTicks);
        return (share.Numerator, share.Denominator);
    }

    /// <summary>The percentage on <c>new</c> at an instant, 0 to 100; during a rollback what is left of it.</summary>
    /// <remarks>A share that falls goes on falling during a rollback: whoever left by either of them is on
    /// <c>stable</c>.</remarks>
    /// <param name="utcTicks">The instant.</param>
    /// <param name="interpolates">Whether the share is how far a number is, which no schedule takes back.</param>
    public double PercentAt(long utcTicks, bool interpolates)
    {
        var (numerator, denominator) = ShareAt(utcTicks);
        var percent = 100 * ((double)numerator / (double)denominator);
        if (interpolates || _withdrawals.Length == 0)
            return percent;

        var share = _schedule.ShareAt(utcTicks);
        return Math.Min(percent, 100 * ((double)(Int128)share.Numerator / (double)(Int128)share.Denominator));
    }

    private static bool IsLess(
        (Int128 Numerator, Int128 Denominator) left, (Int128 Numerator, Int128 Denominator) right) =>
        (double)left.Numerator / (double)left.Denominator < (double)right.Numerator / (double)right.Denominator;

    // A method of its own, so that the read stays small.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Side ExactSideAt(uint bucket, long utcTicks)
    {
        var hasSwitched = _schedule.SwitchOf(bucket) is { } instant && utcTicks >= Schedule.TicksOf(instant);
        return hasSwitched != _schedule.IsFalling ? Side.New : Side.Stable;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Side SideAfterRollback(Side bySchedule, uint bucket, long utcTicks)
    {
        if (bySchedule != Side.New)
            return bySchedule;

        foreach (var withdrawal in _withdrawals)
        {
            if (!withdrawal.IsStillNew(bucket, utcTicks))
                return Side.Stable;
        }

        return Side.New;
    }

    // The latest one is kept, and an earlier one: a frozen view of an earlier instant must not make other reads search.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Stretch FindStretch(long utcTicks)
    {
        if (_earlier.Has(utcTicks))
            return _earlier;

        var found = MakeStretch(utcTicks);
        if (found.FromTicks > _latest.FromTicks)
            _latest = found;
        else
            _earlier = found;
        return found;
    }

    private Stretch MakeStretch(long utcTicks)
    {
        if (utcTicks >= _endOfRollbackTicks)
            return Stretch.Still(0, _endOfRollbackTicks, long.MaxValue);

        var bySchedule = MakeStretchOfSchedule(utcTicks / Schedule.TicksPerMicrosecond);
        return utcTicks >= _rollbackTicks ? bySchedule.RolledBack() : bySchedule;
    }

    private Stretch MakeStretchOfSchedule(long instant)
    {
        var segments = _schedule.Segments;
        var i = segments.Length - 1;
        while (i >= 0 && instant < segments[i].Start)
            i--;
        if (i < 0)
            return Still(_schedule.From.FirstBucket, new(false, 0, _schedule.Start), instant);

        var segment = segments[i];
        if (instant >= segment.End)
        {
            return Still(segment.To.FirstBucket, new(false, segment.End, i + 1 < segments.Length
                ? segments[i + 1].Start
                : OpenTime.Never), instant);
        }

        if (segment.Length == 0 || segment.From == segment.To)
            return Still(segment.From.FirstBucket, new(false, segment.Start, segment.End), instant);

        var run = segment.Time.RunAt(instant).Within(segment.Start, segment.End);
        if (!run.IsOpen)
            return Still(_schedule.FirstBucketOnStableAt(instant), run, instant);

        run = WithoutRollback(run, instant);
        var counted = segment.Time.CountedUntil(run.From) - segment.Time.CountedUntil(segment.Start);
        return Stretch.Moving(segment, Schedule.TicksOf(run.From), Schedule.TicksOf(run.Until), counted);
    }

    private Stretch Still(long firstOnStable, OpenRun part, long instant)
    {
        part = WithoutRollback(part, instant);
        return Stretch.Still(firstOnStable, Schedule.TicksOf(part.From), Schedule.TicksOf(part.Until));
    }

    // Each stretch is before a rollback, during it or after it.
    private OpenRun WithoutRollback(OpenRun part, long instant)
    {
        var (begin, end) = (InstantOf(_rollbackTicks), InstantOf(_endOfRollbackTicks));
        return instant < begin ? part.Within(part.From, begin) : part.Within(begin, Math.Min(part.Until, end));
    }

    private static long InstantOf(long ticks) =>
        ticks == long.MaxValue ? OpenTime.Never : ticks / Schedule.TicksPerMicrosecond;
}
