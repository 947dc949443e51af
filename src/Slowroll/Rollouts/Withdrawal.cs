namespace Slowroll.Rollouts;

/// <summary>A rollback of one schedule, ready to decide: who still has <c>new</c> at which instant.</summary>
internal sealed class Withdrawal
{
    private readonly Rollback _rollback;
    private readonly Share _share;
    private readonly long _firstOnStable;
    private readonly Stretch? _leaving;

    /// <summary>The rollback of a schedule.</summary>
    public Withdrawal(Rollback rollback, Schedule schedule)
    {
        _rollback = rollback;
        var before = rollback.From - 1;
        _share = schedule.ShareAt(Schedule.TicksOf(before));
        _firstOnStable = schedule.FirstBucketOnStableAt(before);
        if (_firstOnStable > 0 && rollback.Over > 0)
        {
            _leaving = Stretch.Leaving(
                rollback, (double)(Int128)_share.Numerator / (double)(Int128)_share.Denominator, _firstOnStable);
        }
    }

    /// <summary>From this instant on it counts.</summary>
    public long FromTicks => Schedule.TicksOf(_rollback.From);

    /// <summary>From this instant on nobody has <c>new</c> any more.</summary>
    public long EndTicks => _leaving is null ? FromTicks : Schedule.TicksOf(_rollback.End);

    /// <summary>Whether a bucket that was on <c>new</c> by the schedule still has it.</summary>
    public bool IsStillNew(uint bucket, long utcTicks)
    {
        if (utcTicks < FromTicks)
            return true;
        if (_leaving is null || utcTicks >= _leaving.UntilTicks || bucket >= _firstOnStable)
            return false;

        return _leaving.TryGetSide(bucket, utcTicks, out var side) ? side == Side.New : utcTicks < LeaveTicks(bucket);
    }

    /// <summary>What is known of a bucket from the begin of the rollback on, if its side before stays as it is by the
    /// schedule.</summary>
    public SideOverTime CourseOf(uint bucket) => _leaving is null || bucket >= _firstOnStable
        ? new(FromTicks, Side.Stable, long.MaxValue, long.MaxValue, Side.Stable, long.MaxValue)
        : _leaving.CourseOf(bucket);

    /// <summary>When a bucket has to go back, if it is on <c>new</c> by the schedule.</summary>
    public long LeaveTicks(uint bucket) =>
        bucket >= _firstOnStable ? FromTicks : Schedule.TicksOf(_rollback.LeaveOf(bucket, _share));

    /// <summary>The share that is left at an instant, as a fraction of 1; null before the rollback.</summary>
    /// <remarks>The share before is taken to a billionth of a percent, so that both parts stay below 2^100.</remarks>
    public (Int128 Numerator, Int128 Denominator)? ShareAt(long utcTicks)
    {
        if (utcTicks < FromTicks)
            return null;
        if (_leaving is null || utcTicks >= _leaving.UntilTicks)
            return (0, 1);

        var share = (Int128)Math.Round(
            (double)(Int128)_share.Numerator / (double)(Int128)_share.Denominator * Percentage.Hundred.Billionths);
        var left = _rollback.Over - (utcTicks - FromTicks) / Schedule.TicksPerMicrosecond;
        return (share * left, (Int128)Percentage.Hundred.Billionths * _rollback.Over);
    }
}
