namespace Slowroll.Tool.Explaining;

/// <summary>A clock that stands still, for questions about one instant.</summary>
internal sealed class FixedClock(DateTimeOffset instant) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => instant;
}
