namespace Slowroll.Refreshing;

/// <summary>When to fetch next. Pure: chance is given as a number from 0 up to 1.</summary>
internal static class PollSchedule
{
    private const double Jitter = 0.1;
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    /// <summary>The wait after a fetch.</summary>
    /// <param name="pollInterval">The time between two fetches, or infinite.</param>
    /// <param name="failures">How many failed in a row, the last one among them; 0 after a good one.</param>
    /// <param name="retryAfter">What the source asked for, up to an hour.</param>
    /// <param name="chance">From 0 up to 1.</param>
    public static TimeSpan Next(TimeSpan pollInterval, int failures, TimeSpan? retryAfter, double chance)
    {
        if (pollInterval == Timeout.InfiniteTimeSpan)
            return pollInterval;

        var wait = failures == 0
            ? pollInterval * (1 - Jitter + 2 * Jitter * chance)
            : Backoff(pollInterval, failures) * chance;
        return retryAfter is { } asked ? Longer(wait, Shorter(asked, LongestRetryAfter)) : wait;
    }

    // Full jitter: anything up to a ceiling that doubles with each failure, never beyond the interval itself.
    private static TimeSpan Backoff(TimeSpan pollInterval, int failures) =>
        Shorter(pollInterval, FirstBackoff * Math.Pow(2, Math.Min(failures - 1, 20)));

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
