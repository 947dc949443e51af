namespace Slowroll.Refreshing;

/// <summary>When to fetch next. The methods are pure: the random number is a parameter.</summary>
/// <remarks>The waits spread clients that would otherwise fetch at the same time: after a common start, after an
/// outage, and after a server's request to wait.</remarks>
internal static class PollSchedule
{
    private const double Jitter = 0.1;
    private const int LongestLasting = 10;
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestMaxAge = TimeSpan.FromDays(1);

    /// <summary>The wait after the first fetch: it spreads a fleet that started together over the whole
    /// interval.</summary>
    /// <inheritdoc cref="Next"/>
    public static TimeSpan First(TimeSpan pollInterval, RefreshState state, double chance) =>
        state.Failures > 0 || pollInterval == Timeout.InfiniteTimeSpan
            ? Next(pollInterval, state, chance)
            : Longer(pollInterval * (Jitter + (1 - Jitter) * chance), Floor(state.MaxAge, chance));

    /// <summary>The wait after a fetch.</summary>
    /// <param name="pollInterval">The time between two fetches, or infinite.</param>
    /// <param name="state">The state after the fetch.</param>
    /// <param name="chance">A random number from 0 up to 1.</param>
    public static TimeSpan Next(TimeSpan pollInterval, RefreshState state, double chance) =>
        pollInterval == Timeout.InfiniteTimeSpan ? pollInterval
        : state.Failures == 0 ? Longer(Jittered(pollInterval, chance), Floor(state.MaxAge, chance))
        : state.RetryAfter is { } asked
            ? Longer(Backoff(pollInterval, state.Failures) * chance, LeftAlone(asked, chance))
        : state.IsLasting ? Jittered(Lasting(pollInterval, state.Failures), chance)
        : Backoff(pollInterval, state.Failures) * chance;

    private static TimeSpan Jittered(TimeSpan wait, double chance) => wait * (1 - Jitter + 2 * Jitter * chance);

    // Full jitter: any wait up to a limit that doubles with each failure and is never longer than the interval.
    private static TimeSpan Backoff(TimeSpan pollInterval, int failures) =>
        Shorter(pollInterval, Doubled(FirstBackoff, failures));

    // A failure that only a person can correct: the source is asked less and less often.
    private static TimeSpan Lasting(TimeSpan pollInterval, int failures) =>
        Shorter(pollInterval * LongestLasting, Doubled(pollInterval, failures));

    // All clients were asked for the same wait: each waits up to twice as long, so that they don't come back at once.
    private static TimeSpan LeftAlone(TimeSpan asked, double chance) =>
        Shorter(asked, LongestRetryAfter) * (1 + chance);

    // Not before the answer expires, and not all clients at the moment when it does.
    private static TimeSpan Floor(TimeSpan? maxAge, double chance) =>
        Shorter(maxAge ?? TimeSpan.Zero, LongestMaxAge) * (1 + Jitter * chance);

    private static TimeSpan Doubled(TimeSpan wait, int failures) => wait * Math.Pow(2, Math.Min(failures - 1, 20));

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
