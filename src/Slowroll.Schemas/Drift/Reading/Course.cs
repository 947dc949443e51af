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
    /// <remarks>The shares say about how many; the exact decisions next to that say it to the bucket.</remarks>
    public long CountAt(long instant)
    {
        if (Schedule is null)
        {
            return 0;
        }

        var count = CountBySchedule(instant);
        foreach (var rollback in Rollbacks.Where(rollback => instant >= rollback.From))
        {
            var share = Schedule.ShareAt(Schedule.TicksOf(rollback.From - 1));
            var left = rollback.Over == 0 ? 0 : 1 - (instant - rollback.From) / (double)rollback.Over;
            count = LowestWithout(
                Math.Min(count, CountBySchedule(rollback.From - 1)),
                Fraction(share) * left * AllBuckets,
                bucket => instant < rollback.LeaveOf(bucket, share));
        }

        return count;
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

    private long CountBySchedule(long instant) => LowestWithout(
        AllBuckets,
        Fraction(Schedule!.ShareAt(Schedule.TicksOf(instant))) * AllBuckets,
        bucket => IsNewBySchedule(bucket, instant));

    private static double Fraction(Share share) => ToDouble(share.Numerator) / ToDouble(share.Denominator);

    private static double ToDouble(Wide number) => number.High * 18_446_744_073_709_551_616.0 + number.Low;

    // The lowest bucket that doesn't have what all below it have; searched from a guess on, in steps that double.
    private static long LowestWithout(long end, double guess, Func<uint, bool> has)
    {
        var (low, high, step) = (0L, end, 1L);
        var at = (long)Math.Max(0, Math.Min(guess, end));
        if (at < end && has((uint)at))
        {
            low = at + 1;
            while (low < high)
            {
                var probe = Math.Min(low + step, high) - 1;
                if (!has((uint)probe))
                {
                    high = probe;
                    break;
                }

                (low, step) = (probe + 1, step * 2);
            }
        }
        else
        {
            high = at;
            while (low < high)
            {
                var probe = Math.Max(high - step, low);
                if (has((uint)probe))
                {
                    low = probe + 1;
                    break;
                }

                (high, step) = (probe, step * 2);
            }
        }

        while (low < high)
        {
            var middle = low + (high - low) / 2;
            (low, high) = has((uint)middle) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
