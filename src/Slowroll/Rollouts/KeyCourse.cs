namespace Slowroll.Rollouts;

/// <summary>All that time does to one key in one rollout: it is on one side until an instant, and on one from then on.</summary>
internal sealed class KeyCourse(string key, Side before, long switchTicks, Side after)
{
    /// <summary>A key that never changes sides.</summary>
    public static KeyCourse Always(string key, Side side) => new(key, side, 0, side);

    /// <summary>Whether it is this key's, which means the same string, not an equal one.</summary>
    public bool IsOf(in HashKey other) => ReferenceEquals(key, other.Value);

    /// <summary>Costs a comparison.</summary>
    public Side SideAt(long utcTicks) => utcTicks < switchTicks ? before : after;
}
