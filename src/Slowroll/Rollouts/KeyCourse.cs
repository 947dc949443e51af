namespace Slowroll.Rollouts;

/// <summary>All that time does to one key in one rollout: it is on one side until an instant, and on one from then on.</summary>
internal readonly struct KeyCourse(Side before, long until, long from, Side after)
{
    /// <summary>A key that never changes sides.</summary>
    public static KeyCourse Always(Side side) => new(side, 0, 0, side);

    /// <summary>Costs a comparison or two. <see cref="Side.Default"/> next to the switch, where only exact arithmetic can tell.</summary>
    public Side SideAt(long utcTicks) => utcTicks >= from ? after : utcTicks < until ? before : Side.Default;
}
