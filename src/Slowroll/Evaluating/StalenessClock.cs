namespace Slowroll.Evaluating;

/// <summary>The clock of a config that must not be older than a limit. It stops that long after the source last
/// confirmed the config, so that ramps don't go on on a machine that is cut off.</summary>
internal sealed class StalenessClock(DecisionClock inner, TimeSpan maxStaleness) : DecisionClock
{
    // Before the first config there is nothing to decide, and no rollout may count as over by a time that turns out to
    // be too late.
    private const long NotConfirmed = 0;

    private long _lastTicks = NotConfirmed;

    public override long UtcTicks => Math.Min(inner.UtcTicks, Volatile.Read(ref _lastTicks));

    public override bool AllowsSettling => inner.AllowsSettling;

    public override DateTimeOffset? StoppedAt =>
        Volatile.Read(ref _lastTicks) is not NotConfirmed and var last && inner.UtcTicks > last
            ? new DateTimeOffset(last, TimeSpan.Zero)
            : null;

    /// <summary>The source has confirmed the config: the clock goes on from then.</summary>
    /// <returns>The latest instant that the clock could show before.</returns>
    public long Confirm(DateTimeOffset instant) => Interlocked.Exchange(ref _lastTicks, LastTicksAfter(instant));

    /// <summary>When the clock of a config that was confirmed at an instant stopped; null if it still goes.</summary>
    public DateTimeOffset? StoppedSince(DateTimeOffset confirmedAt, DateTimeOffset now) =>
        LastTicksAfter(confirmedAt) is var last && now.UtcTicks > last ? new DateTimeOffset(last, TimeSpan.Zero) : null;

    private long LastTicksAfter(DateTimeOffset instant) =>
        instant.UtcTicks + Math.Min(maxStaleness.Ticks, DateTime.MaxValue.Ticks - instant.UtcTicks);
}
