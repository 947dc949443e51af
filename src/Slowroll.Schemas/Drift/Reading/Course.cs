using Slowroll.Rollouts;

namespace Slowroll.Schemas.Drift.Reading;

/// <summary>How the hash keys of one group get <c>new</c>, and lose it: their schedule, with all rollbacks that cover
/// them.</summary>
/// <remarks>The lowest buckets get <c>new</c> first and keep it longest, by schedules and by rollbacks. So at each
/// instant one number says who is on <c>new</c>: the buckets below it.</remarks>
/// <param name="Schedule">Null for hash keys that never get <c>new</c>.</param>
/// <param name="Rollbacks">Those of the flag and of the wave; all of them count.</param>
internal sealed record Course(Schedule? Schedule, IReadOnlyList<Rollback> Rollbacks)
{
    /// <summary>How many buckets there are.</summary>
    public const long AllBuckets = 1L << 32;

    /// <summary>Hash keys that never get <c>new</c>.</summary>
    public static Course Nobody { get; } = new(null, []);

    /// <summary>The course of early adopters.</summary>
    /// <param name="rollback">The flag's rollback.</param>
    public static Course Everybody(Rollback? rollback) =>
        new(Schedule.Constant(Percentage.Hundred, 0), rollback is { } own ? [own] : []);

    /// <summary>Whether a bucket is on <c>new</c> at an instant.</summary>
    public bool IsNew(uint bucket, long instant) =>
        Schedule is not null
        && IsNewBySchedule(bucket, instant)
        && Rollbacks.All(rollback => instant < rollback.From
            || (IsNewBySchedule(bucket, rollback.From - 1)
                && instant < rollback.LeaveOf(bucket, Schedule.ShareAt(Schedule.TicksOf(rollback.From - 1)))));

    /// <summary>How many buckets are on <c>new</c> at an instant: those below this number.</summary>
    /// <remarks>Costs up to 32 times <see cref="IsNew"/>.</remarks>
    public long CountAt(long instant)
    {
        if (Schedule is null)
        {
            return 0;
        }

        var (low, high) = (0L, Math.Max(Schedule.From.FirstBucket, Schedule.To.FirstBucket));
        if (Rollbacks.All(rollback => instant < rollback.From))
        {
            low = Math.Min(Schedule.From.FirstBucket, Schedule.To.FirstBucket);
        }

        // Most schedules have not begun or are over.
        if (high > low && IsNew((uint)(high - 1), instant))
        {
            return high;
        }

        if (high > low && !IsNew((uint)low, instant))
        {
            return low;
        }

        while (low < high)
        {
            var middle = low + (high - low) / 2;
            (low, high) = IsNew((uint)middle, instant) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Whether both say the same of every bucket at every instant, as far as their texts show it.</summary>
    public bool Equals(Course? other) =>
        other is not null && Equals(Schedule, other.Schedule) && Rollbacks.SequenceEqual(other.Rollbacks);

    /// <inheritdoc/>
    public override int GetHashCode() => (Schedule, Rollbacks.Count).GetHashCode();

    private bool IsNewBySchedule(uint bucket, long instant)
    {
        var hasSwitched = Schedule!.SwitchOf(bucket) is { } switches && instant >= switches;
        return hasSwitched ? !Schedule.IsFalling : bucket < Schedule.From.FirstBucket;
    }
}
