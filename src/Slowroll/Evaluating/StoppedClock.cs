namespace Slowroll.Evaluating;

/// <summary>The clock of a frozen view: always the same instant.</summary>
internal sealed class StoppedClock(DecisionClock clock) : DecisionClock
{
    public override long UtcTicks { get; } = clock.UtcTicks;

    public override bool IsStopped => true;

    public override DateTimeOffset? StoppedAt { get; } = clock.StoppedAt;
}
