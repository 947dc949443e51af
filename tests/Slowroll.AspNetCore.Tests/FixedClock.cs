namespace Slowroll.AspNetCore.Tests;

/// <summary>The time of day stands still; everything else goes on.</summary>
public sealed class FixedClock(DateTimeOffset at) : TimeProvider
{
    /// <summary>The instant.</summary>
    public DateTimeOffset At { get; set; } = at;

    public override DateTimeOffset GetUtcNow() => At;
}
