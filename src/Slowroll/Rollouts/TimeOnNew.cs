namespace Slowroll.Rollouts;

/// <summary>When one hash key is on <c>new</c> in one rollout, exactly: in one part of time, or never.</summary>
/// <param name="FromTicks">The first instant; the smallest number if it always was.</param>
/// <param name="UntilTicks">The first instant after it; the largest number if it always will be.</param>
internal readonly record struct TimeOnNew(long FromTicks, long UntilTicks)
{
    /// <summary>One side, whatever the time.</summary>
    public static TimeOnNew Always(Side side) =>
        side == Side.New ? new(long.MinValue, long.MaxValue) : new(long.MaxValue, long.MaxValue);

    /// <summary>The side at an instant. Costs two comparisons.</summary>
    public Side SideAt(long utcTicks) => utcTicks >= FromTicks && utcTicks < UntilTicks ? Side.New : Side.Stable;
}
