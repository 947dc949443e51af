namespace Slowroll.Refreshing;

/// <summary>When to fetch next. Pure: chance is given as a number from 0 up to 1.</summary>
/// <remarks>Whatever many clients have in common (a start, an outage's end, a server's request) the waits pull apart.</remarks>
internal static class PollSchedule
{
    private const double Jitter = 0.1;
    private const int LongestLasting = 10;
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestMaxAge = TimeSpan.FromDays(1);

    /// <summary>The wait after the fetch of the start: a fleet that started together is spread over the whole interval at once.</summary>
    /// <inheritdoc cref="Next"/>
    public static TimeSpan First(TimeSpan pollInterval, RefreshState state, double chance) =>
        state.Failures > 0 || pollInterval == Timeout.InfiniteTimeSpan
            ? Next(pollInterval, state, chance)
            : Longer(pollInterval * (Jitter + (1 - Jitter) * chance), Floor(state.MaxAge, chance));

    /// <summary>The wait after a fetch.</summary>
    /// <param name="pollInterval">The time between two fetches, or infinite.</param>
    /// <param name="state">What the fetch left behind.</param>
    /// <param name="chance">From 0 up to 1.</param>
    public static TimeSpan Next(TimeSpan pollInterval, RefreshState state, double chance) =>
        pollInterval == Timeout.InfiniteTimeSpan ? pollInterval
        : state.Failures == 0 ? Longer(Jittered(pollInterval, chance), Floor(state.MaxAge, chance))
        : state.RetryAfter is { } asked ? Longer(Backoff(pollInterval, state.Failures) * chance, LeftAlone(asked, chance))
        : state.IsLasting ? Jittered(Lasting(pollInterval, state.Failures), chance)
        : Backoff(pollInterval, state.Failures) * chance;

    private static TimeSpan Jittered(TimeSpan wait, double chance) => wait * (1 - Jitter + 2 * Jitter * chance);

    // Full jitter: anything up to a ceiling that doubles with each failure, never beyond the interval itself.
    private static TimeSpan Backoff(TimeSpan pollInterval, int failures) => Shorter(pollInterval, Doubled(FirstBackoff, failures));

    // What only a person can mend isn't asked for more often than usual, but less and less often.
    private static TimeSpan Lasting(TimeSpan pollInterval, int failures) =>
        Shorter(pollInterval * LongestLasting, Doubled(pollInterval, failures));

    // Everybody was asked for the same wait: they come back over as long again, not all at its end.
    private static TimeSpan LeftAlone(TimeSpan asked, double chance) => Shorter(asked, LongestRetryAfter) * (1 + chance);

    // Not before the answer has expired where it came from, and not all in the moment when it does.
    private static TimeSpan Floor(TimeSpan? maxAge, double chance) =>
        Shorter(maxAge ?? TimeSpan.Zero, LongestMaxAge) * (1 + Jitter * chance);

    private static TimeSpan Doubled(TimeSpan wait, int failures) => wait * Math.Pow(2, Math.Min(failures - 1, 20));

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
