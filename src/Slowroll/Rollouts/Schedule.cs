using Slowroll.Texts;

namespace Slowroll.Rollouts;

/// <summary>How the share on <c>new</c> changes over time: segments, one after the other; read, and checked.</summary>
/// <remarks>Between two segments the share stays where the first one ended. A schedule only rises or only falls. This
/// file is compiled into the runtime and into the build-time half.</remarks>
/// <param name="Segments">At least one, in the order of time; each begins with the share that the one before ends
/// with.</param>
internal sealed record Schedule(Segment[] Segments)
{
    /// <summary>A tick is 100 nanoseconds.</summary>
    public const long TicksPerMicrosecond = 10;

    public const string NegativeDuration = "The duration is negative. Write how long the rollout takes, like '14d'.";

    public const string TooEarly = "The rollout would have begun before the year 1. Shorten its duration.";

    /// <summary>The share until the start.</summary>
    public Percentage From => Segments[0].From;

    /// <summary>The share from the end on.</summary>
    public Percentage To => Segments[Segments.Length - 1].To;

    /// <summary>When its flag starts, in microseconds since the year 1: from here on <c>after</c> of a wave
    /// counts.</summary>
    public long FlagStart { get; init; } = Segments[0].Start;

    /// <summary>When it begins, in microseconds since the year 1.</summary>
    public long Start => Segments[0].Start;

    /// <summary>When it ends, in microseconds since the year 1, or <see cref="OpenTime.Never"/>.</summary>
    public long End => Segments[Segments.Length - 1].End;

    /// <summary>Whether the share goes down.</summary>
    public bool IsFalling => To.Billionths < From.Billionths;

    /// <summary>A schedule that ends at an instant and began so many microseconds before it.</summary>
    public static Parsed<Schedule> Ending(DateTime end, long duration, Percentage from, Percentage to)
    {
        if (duration < 0)
            return Parsed<Schedule>.Failed(NegativeDuration);

        var endMicroseconds = MicrosecondsOf(end);
        return duration <= endMicroseconds
            ? new Schedule([new Segment(from, to, endMicroseconds - duration, duration)])
            : Parsed<Schedule>.Failed(TooEarly);
    }

    /// <summary>A share that never changes.</summary>
    public static Schedule Constant(Percentage share, long start) => new([new Segment(share, share, start, 0)]);

    /// <summary>The share on <c>new</c> at an instant. Costs a look at each segment that has begun.</summary>
    /// <param name="utcTicks">The instant.</param>
    public Share ShareAt(long utcTicks)
    {
        var current = 0;
        while (current + 1 < Segments.Length && utcTicks >= TicksOf(Segments[current + 1].Start))
            current++;
        return Segments[current].ShareAt(utcTicks);
    }

    /// <summary>Whether the other one has equal segments.</summary>
    public bool Equals(Schedule? other) => other is not null && Segments.SequenceEqual(other.Segments);

    /// <inheritdoc/>
    public override int GetHashCode() => (Start, End, From, To).GetHashCode();

    /// <summary>When a bucket changes sides, in microseconds since the year 1; null for one that never does.</summary>
    /// <remarks>Costs a binary search among the segments, and a division.</remarks>
    public long? SwitchOf(uint bucket)
    {
        // Shares go in one direction, so a bucket can move only in the first segment that goes beyond it.
        var (low, high) = (0, Segments.Length);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (IsFalling == (Segments[middle].To.FirstBucket <= bucket))
                high = middle;
            else
                low = middle + 1;
        }

        return low < Segments.Length
            && Segments[low].Moves(bucket)
            && Segments[low].SwitchOf(bucket) is var instant and not OpenTime.Never
                ? instant
                : null;
    }

    /// <summary>The lowest bucket that is not on <c>new</c> at an instant; all those below it are.</summary>
    /// <remarks>Costs 32 times <see cref="SwitchOf"/>.</remarks>
    public long FirstBucketOnStableAt(long instant)
    {
        var (low, high) = (Math.Min(From.FirstBucket, To.FirstBucket), Math.Max(From.FirstBucket, To.FirstBucket));
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (instant >= SwitchOf((uint)middle) != IsFalling)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>An instant in ticks since the year 1.</summary>
    public static long TicksOf(long microseconds) =>
        microseconds == OpenTime.Never ? OpenTime.Never : microseconds * TicksPerMicrosecond;

    /// <summary>An instant in microseconds since the year 1.</summary>
    public static long MicrosecondsOf(DateTime instant) => instant.Ticks / TicksPerMicrosecond;

    /// <summary>The instant of so many microseconds since the year 1, in UTC.</summary>
    public static DateTime InstantOf(long microseconds) => new(microseconds * TicksPerMicrosecond, DateTimeKind.Utc);
}
