namespace Slowroll.Evaluating;

/// <summary>What time it is for a decision, in ticks since the year 1, UTC.</summary>
internal abstract class DecisionClock
{
    public abstract long UtcTicks { get; }

    /// <summary>Whether what is past stays past. A clock that was given may be turned back.</summary>
    public virtual bool OnlyAdvances => true;

    /// <summary>When it stopped; null while it goes.</summary>
    public virtual DateTimeOffset? StoppedAt => null;

    /// <summary>The clock of a time provider: to the tick for one that was given, coarse for the system's.</summary>
    public static DecisionClock Of(TimeProvider time) =>
        ReferenceEquals(time, TimeProvider.System) ? CoarseClock.System : new GivenClock(time);

    private sealed class GivenClock(TimeProvider time) : DecisionClock
    {
        public override long UtcTicks => time.GetUtcNow().UtcTicks;

        public override bool OnlyAdvances => false;
    }
}
