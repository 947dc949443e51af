namespace Slowroll.Evaluating;

/// <summary>The clock of a frozen view: always the same instant.</summary>
internal sealed class StoppedClock(DateTimeOffset instant) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => instant;
}
