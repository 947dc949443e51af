namespace Observability;

/// <summary>A clock that goes on by itself, but from another instant on: the sample begins shortly before the
/// rollout.</summary>
internal sealed class FleetClock(DateTimeOffset start, double speed) : TimeProvider
{
    private readonly long _began = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_began) * speed;

    // Timers wait for a time of this clock, which goes quicker.
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Slower(dueTime), Slower(period));

    private TimeSpan Slower(TimeSpan time) => time > TimeSpan.Zero ? time / speed : time;
}
