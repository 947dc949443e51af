namespace Slowroll.Rollouts;

/// <summary>Who is on <c>new</c>, and when: a flag's object without its two values.</summary>
internal sealed class Rollout
{
    /// <summary>A flag without <c>new</c>: everybody is on <c>stable</c>, whatever else stands there. No ramp, no early adopter.</summary>
    public static Rollout StableOnly { get; } = new() { HasNew = false };

    public bool HasNew { get; private init; } = true;

    public EarlyAdopters? EarlyAdopters { get; init; }

    /// <summary>What is passed over among the early adopters, in a sentence; null where nothing is.</summary>
    public string? PassedOver { get; init; }

    /// <summary>Null for a canary: the early adopters get <c>new</c> and nobody else, until a schedule is written in.</summary>
    public Ramp? Ramp { get; init; }

    /// <summary>Why there is no ramp although one was meant; null where nothing is wrong. Early adopters don't need one:
    /// they get <c>new</c> all the same, as upstream has it.</summary>
    public string? ScheduleError { get; init; }

    /// <summary>Goes before the key when it is hashed, so that not always the same hosts go first.</summary>
    public string? Salt { get; init; }

    /// <summary>Instead of two sides, everybody gets a number between them.</summary>
    public bool Interpolate { get; init; }

    /// <summary>The side of a key at an instant.</summary>
    /// <remarks>Costs nothing but comparisons where the thread asked with the same string last, which is looked at first; else a
    /// look-up where there are early adopters, and one hash unless the instant decides alone. Never allocates with a built-in
    /// hasher, but once a thread.</remarks>
    public Side SideOf(in HashKey key, Func<string, uint> hasher, long utcTicks)
    {
        if (Ramp is null)
            return IsEarlyAdopter(key) ? Side.New : SideWithoutRamp;

        var last = key.IsHashedBy(hasher, Salt) ? null : LastAsked.OnThisThread;
        if (last is not null && last.SideIn(Ramp, key.Value, utcTicks) is var side and not Side.Default)
            return side;
        if (IsEarlyAdopter(key))
            return Side.New;
        if (!Ramp.IsSplitAt(utcTicks))
            return Ramp.SideOfAll(utcTicks);

        var bucket = last is null ? key.Bucket(hasher, Salt) : last.BucketIn(Ramp, key.Value, hasher, Salt);
        return Ramp.SideAt(bucket, utcTicks);
    }

    /// <summary>What time does to a key, for one that will be asked for often.</summary>
    /// <remarks>Costs one hash.</remarks>
    public KeyCourse CourseOf(in HashKey key, Func<string, uint> hasher)
    {
        if (IsEarlyAdopter(key))
            return KeyCourse.Always(Side.New);

        return Ramp is null ? KeyCourse.Always(SideWithoutRamp) : Ramp.CourseOf(key.Bucket(hasher, Salt));
    }

    /// <summary>The side of every key alike from an instant on, if there is one that time can't take away any more; else null.</summary>
    public Side? SideForGood(long utcTicks) => Ramp is not null && Ramp.IsOverAt(utcTicks) ? Ramp.SideOfAll(utcTicks) switch
    {
        Side.New => Side.New,
        Side.Stable when EarlyAdopters is null => Side.Stable,
        _ => null,
    }
    : null;

    private Side SideWithoutRamp => ScheduleError is null ? Side.Stable : Side.Default;

    public bool IsEarlyAdopter(in HashKey key) => EarlyAdopters is not null && EarlyAdopters.Contain(key.Value);
}
