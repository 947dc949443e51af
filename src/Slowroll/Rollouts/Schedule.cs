namespace Slowroll.Rollouts;

/// <summary>The share on <c>new</c> goes from one percentage to another, linearly, within a time; read, and checked.</summary>
/// <param name="Start">When it begins, in microseconds since the year 1.</param>
/// <param name="Duration">How long it takes, in microseconds; 0 or more.</param>
/// <param name="From">The share until the start.</param>
/// <param name="To">The share from the end on.</param>
internal readonly record struct Schedule(long Start, long Duration, Percentage From, Percentage To)
{
    /// <summary>A tick is 100 nanoseconds.</summary>
    public const long TicksPerMicrosecond = 10;

    public const string NegativeDuration = "The duration is negative. Write how long the rollout takes, like '14d'.";

    /// <summary>When it ends, in microseconds since the year 1.</summary>
    public long End => Start + Duration;

    /// <summary>Whether the share goes down.</summary>
    public bool IsRollback => To.Billionths < From.Billionths;

    /// <summary>A schedule that ends at an instant and began so many microseconds before it.</summary>
    public static Parsed<Schedule> Ending(DateTime end, long duration, Percentage from, Percentage to)
    {
        if (duration < 0)
            return Parsed<Schedule>.Failed(NegativeDuration);

        var endMicroseconds = MicrosecondsOf(end);
        return duration <= endMicroseconds
            ? new Schedule(endMicroseconds - duration, duration, from, to)
            : Parsed<Schedule>.Failed("The rollout would have begun before the year 1. Shorten its duration.");
    }

    /// <summary>The share on <c>new</c> at an instant.</summary>
    /// <remarks>Both parts are below 2^99, and below 2^62 where the share goes from 0 to 100 in units of 100. In ticks, so that a
    /// clock finer than microseconds moves the share at every tick.</remarks>
    /// <param name="utcTicks">The instant.</param>
    /// <param name="unit">A common divisor of the two percentages and of a hundred, which keeps the numbers small.</param>
    public Share ShareAt(long utcTicks, long unit = 1)
    {
        var (from, to, hundred) = (From.Billionths / unit, To.Billionths / unit, Percentage.Hundred.Billionths / unit);
        var (start, end) = (Start * TicksPerMicrosecond, End * TicksPerMicrosecond);
        if (utcTicks >= end)
            return new(to, hundred);
        if (utcTicks <= start)
            return new(from, hundred);

        return new(
            Wide.Product(from, end - utcTicks) + Wide.Product(to, utcTicks - start),
            Wide.Product(hundred, end - start));
    }

    /// <summary>An instant in microseconds since the year 1.</summary>
    public static long MicrosecondsOf(DateTime instant) => instant.Ticks / TicksPerMicrosecond;

    /// <summary>The instant of so many microseconds since the year 1, in UTC.</summary>
    public static DateTime InstantOf(long microseconds) => new(microseconds * TicksPerMicrosecond, DateTimeKind.Utc);

}
