namespace Slowroll.Refreshing;

/// <summary>When to fetch next. The methods are pure: the random number is a parameter.</summary>
/// <remarks>The waits spread clients that would otherwise fetch at the same time: after a common start, after an
/// outage, and after a server's request to wait.</remarks>
internal static class PollSchedule
{
    private const double Jitter = 0.1;
    private const int LongestLasting = 10;
    private static readonly TimeSpan ShortestBackoff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestFirstBackoff = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestMaxAge = TimeSpan.FromDays(1);

    /// <summary>The wait after a fetch that a whole fleet may have made at one time: the first one, and one after the
    /// source told of a change. It spreads the fleet over the whole interval.</summary>
    /// <inheritdoc cref="Next"/>
    public static TimeSpan Spread(TimeSpan pollInterval, RefreshState state, double chance) =>
        state.Failures > 0 || pollInterval == Timeout.InfiniteTimeSpan
            ? Next(pollInterval, state, chance)
            : Longer(pollInterval * (Jitter + (1 - Jitter) * chance), Expiry(pollInterval, state.MaxAge, chance));

    /// <summary>The wait after a fetch.</summary>
    /// <param name="pollInterval">The time between two fetches, or infinite.</param>
    /// <param name="state">The state after the fetch.</param>
    /// <param name="chance">A random number from 0 up to 1.</param>
    public static TimeSpan Next(TimeSpan pollInterval, RefreshState state, double chance) =>
        pollInterval == Timeout.InfiniteTimeSpan ? pollInterval
        : state.Failures == 0 ? Longer(Jittered(pollInterval, chance), Expiry(pollInterval, state.MaxAge, chance))
        : state.RetryAfter is { } asked
            ? Longer(Backoff(pollInterval, state, chance), LeftAlone(asked, chance))
        : state.IsLasting ? Jittered(Lasting(pollInterval, state.Failures), chance)
        : Backoff(pollInterval, state, chance);

    /// <summary>A wait, up to a tenth shorter or longer.</summary>
    public static TimeSpan Jittered(TimeSpan wait, double chance) => wait * (1 - Jitter + 2 * Jitter * chance);

    // Full jitter: any wait up to a limit that doubles with each failure. That is half of the limit on average; so once
    // the limit was the interval, a source that is down is asked as often as one that answers, and not twice as often.
    private static TimeSpan Backoff(TimeSpan pollInterval, RefreshState state, double chance)
    {
        var first = FirstBackoff(pollInterval, state);
        return Doubled(first, state.Failures - 1) >= pollInterval
            ? Jittered(pollInterval, chance)
            : Shorter(pollInterval, Doubled(first, state.Failures)) * chance;
    }

    // Each retry of a fleet is its whole load once more, and comes when the source is in trouble. A client that holds a
    // config has time; one that has none answers with defaults.
    private static TimeSpan FirstBackoff(TimeSpan pollInterval, RefreshState state) => state.Held is null
        ? ShortestBackoff
        : Longer(ShortestBackoff, Shorter(pollInterval / 4, LongestFirstBackoff));

    // A failure that only a person can correct: the source is asked less and less often.
    private static TimeSpan Lasting(TimeSpan pollInterval, int failures) =>
        Shorter(pollInterval * LongestLasting, Doubled(pollInterval, failures));

    // All clients were asked for the same wait: each waits up to twice as long, so that they don't come back at once.
    private static TimeSpan LeftAlone(TimeSpan asked, double chance) =>
        Shorter(asked, LongestRetryAfter) * (1 + chance);

    // Not before the answer expires, and not all clients at the moment when it does: what a cache has in common for all
    // expires for all at one instant. They come as they do without a time of expiry, spread over the interval.
    private static TimeSpan Expiry(TimeSpan pollInterval, TimeSpan? maxAge, double chance)
    {
        var left = Shorter(maxAge ?? TimeSpan.Zero, LongestMaxAge);
        return left + Longer(left * Jitter, Shorter(left - pollInterval, pollInterval)) * chance;
    }

    private static TimeSpan Doubled(TimeSpan wait, int failures) => wait * Math.Pow(2, Math.Min(failures - 1, 20));

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
