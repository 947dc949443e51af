namespace Slowroll.Evaluating;

/// <summary>The time that decisions go by, in ticks since the year 1, UTC.</summary>
internal abstract class DecisionClock
{
    public abstract long UtcTicks { get; }

    /// <summary>Whether a rollout that is over may count as over until the next <see cref="FlagTable.Settle"/>. False
    /// for a clock that the program gave: a test may set it back at any time.</summary>
    public virtual bool AllowsSettling => true;

    /// <summary>Whether it always shows the same instant.</summary>
    public virtual bool IsStopped => false;

    /// <summary>When it stopped; null while it goes.</summary>
    public virtual DateTimeOffset? StoppedAt => null;

    /// <summary>The clock of a time provider: to the tick for one that was given, coarse for the system's.</summary>
    public static DecisionClock Of(TimeProvider time) =>
        ReferenceEquals(time, TimeProvider.System) ? CoarseClock.System : new GivenClock(time);

    private sealed class GivenClock(TimeProvider time) : DecisionClock
    {
        public override long UtcTicks => time.GetUtcNow().UtcTicks;

        public override bool AllowsSettling => false;
    }
}
