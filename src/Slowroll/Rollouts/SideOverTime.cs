namespace Slowroll.Rollouts;

/// <summary>All that time does to one hash key in one rollout: it is on one side until an instant, and on another from then on.</summary>
internal readonly struct SideOverTime
{
    private readonly long _knownFrom;
    private readonly long _until;
    private readonly long _from;
    private readonly long _knownUntil;
    private readonly Side _before;
    private readonly Side _after;

    /// <summary>A hash key that changes sides at an instant.</summary>
    public SideOverTime(Side before, long switchTicks, Side after)
        : this(long.MinValue, before, switchTicks, switchTicks, after, long.MaxValue)
    {
    }

    /// <summary>What is known of a hash key in a part of time.</summary>
    /// <param name="knownFrom">Nothing is known before this instant.</param>
    /// <param name="before">The side until <paramref name="until"/>.</param>
    /// <param name="until">From here to <paramref name="from"/> the side is not known.</param>
    /// <param name="from">From here on it is <paramref name="after"/>.</param>
    /// <param name="after">The side from <paramref name="from"/> on.</param>
    /// <param name="knownUntil">Nothing is known from this instant on.</param>
    public SideOverTime(long knownFrom, Side before, long until, long from, Side after, long knownUntil)
    {
        (_knownFrom, _until, _from, _knownUntil) = (knownFrom, until, from, knownUntil);
        (_before, _after) = (before, after);
    }

    /// <summary>A hash key that never changes sides.</summary>
    public static SideOverTime Always(Side side) => new(side, 0, side);

    /// <summary>The side at an instant, if it is known. Costs two comparisons.</summary>
    public bool TryGet(long utcTicks, out Side side)
    {
        if (utcTicks >= _from)
        {
            side = _after;
            return utcTicks < _knownUntil;
        }

        side = _before;
        return utcTicks < _until && utcTicks >= _knownFrom;
    }
}
