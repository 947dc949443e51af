namespace Slowroll.Evaluating;

/// <summary>The clock that decisions go by where a config may not grow older than a limit: it stops that long after the
/// source last confirmed the config, so that a machine that is cut off doesn't go on ramping.</summary>
internal sealed class StalenessClock(TimeProvider inner, TimeSpan maxStaleness) : TimeProvider
{
    private long _lastTicks = long.MaxValue;

    /// <summary>When it stopped; null while it goes.</summary>
    public DateTimeOffset? StoppedAt =>
        Volatile.Read(ref _lastTicks) is var last && inner.GetUtcNow().UtcTicks > last ? new DateTimeOffset(last, TimeSpan.Zero) : null;

    /// <summary>The source has confirmed the config: the clock goes on from then.</summary>
    public void Confirm(DateTimeOffset instant) =>
        Volatile.Write(ref _lastTicks, instant.UtcTicks + Math.Min(maxStaleness.Ticks, DateTime.MaxValue.Ticks - instant.UtcTicks));

    public override DateTimeOffset GetUtcNow()
    {
        var now = inner.GetUtcNow();
        var last = Volatile.Read(ref _lastTicks);
        return now.UtcTicks <= last ? now : new DateTimeOffset(last, TimeSpan.Zero);
    }
}
