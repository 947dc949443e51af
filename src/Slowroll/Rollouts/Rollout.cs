namespace Slowroll.Rollouts;

/// <summary>Who is on <c>new</c>, and when: a flag's object without its two values. <c>DecideInOrder</c> is the one
/// place that says which of its parts goes before which.</summary>
internal sealed record Rollout
{
    /// <summary>The side that this machine locks the flag to, for everybody; null without a lock.</summary>
    public Side? Lock { get; init; }

    /// <summary>Without <c>new</c> everybody is on <c>stable</c>, whatever else stands there.</summary>
    public bool HasNew { get; init; } = true;

    public EarlyAdopters? EarlyAdopters { get; init; }

    /// <summary>What is passed over among the early adopters, in a sentence; null where nothing is.</summary>
    public string? PassedOver { get; init; }

    /// <summary>Null for a canary: the early adopters get <c>new</c> and nobody else, until a schedule is written in.</summary>
    public Ramp? Ramp { get; init; }

    /// <summary>Why there is no ramp although one was meant; null where nothing is wrong. Early adopters don't need one:
    /// they get <c>new</c> all the same, as upstream has it.</summary>
    public string? ScheduleError { get; init; }

    /// <summary>Goes before the hash key when it is hashed, so that not always the same hosts go first.</summary>
    public string? Salt { get; init; }

    /// <summary>Instead of two sides, everybody gets a number between them.</summary>
    public bool Interpolate { get; init; }

    /// <summary>The same flag, locked to a side by this machine. Nothing else of it counts then.</summary>
    public Rollout LockedTo(Side side) => this with { Lock = side, EarlyAdopters = null, Ramp = null };

    /// <summary>The side of a hash key at an instant, and what decides it.</summary>
    /// <remarks>Costs a look-up where there are early adopters, and one hash unless the instant decides alone. Never allocates
    /// with a built-in hasher, but once a thread.</remarks>
    public Decision Decide(in HashKey hashKey, Func<string, uint> hasher, long utcTicks) =>
        DecideInOrder(hashKey, hasher, utcTicks, LastHashKeyFor(hashKey, hasher));

    /// <summary>The side of a hash key at an instant: what was decided for it, where that is remembered.</summary>
    /// <remarks>Costs two comparisons where the thread asked with the same string last; else what <see cref="Decide"/> costs.</remarks>
    public Side SideOf(in HashKey hashKey, Func<string, uint> hasher, long utcTicks)
    {
        var last = LastHashKeyFor(hashKey, hasher);
        return last is not null && last.TryGetSide(Ramp!, hashKey.Value, utcTicks, out var side)
            ? side
            : DecideInOrder(hashKey, hasher, utcTicks, last).Side;
    }

    /// <summary>What was decided for a hash key, for all time: for one that will be asked for often.</summary>
    /// <remarks>Costs one hash.</remarks>
    /// <param name="decision">What <see cref="Decide"/> decided for it.</param>
    /// <param name="hashKey">The hash key.</param>
    /// <param name="hasher">The hasher that it was decided with.</param>
    public SideOverTime Remember(Decision decision, in HashKey hashKey, Func<string, uint> hasher) =>
        decision.Reason == EvaluationReason.Ramp
            ? Ramp!.CourseOf(hashKey.Bucket(hasher, Salt))
            : SideOverTime.Always(decision.Side);

    /// <summary>What is decided for everybody, whoever asks and whenever; null where that makes a difference.</summary>
    public Decision? DecideForAll()
    {
        if (Lock is { } side && (HasNew || side == Side.Stable))
            return new(side, EvaluationReason.Locked);

        return HasNew ? null : new(Side.Stable, EvaluationReason.NoNew);
    }

    /// <summary>The side of everybody from an instant on, if time can't take it away any more; else null.</summary>
    public Side? DecideForGood(long utcTicks) => Ramp is not null && Ramp.IsOverAt(utcTicks) ? Ramp.StretchAt(utcTicks).SideOfAll switch
    {
        Side.New => Side.New,
        Side.Stable when EarlyAdopters is null => Side.Stable,
        _ => null,
    }
    : null;

    private Decision DecideInOrder(in HashKey hashKey, Func<string, uint> hasher, long utcTicks, LastHashKey? last)
    {
        if (DecideForAll() is { } forAll)
            return forAll;
        if (EarlyAdopters is not null && EarlyAdopters.Contain(hashKey.Value))
            return new(Side.New, EvaluationReason.EarlyAdopter);
        if (Ramp is null)
            return ScheduleError is null ? new(Side.Stable, EvaluationReason.Canary) : new(Side.Default, EvaluationReason.Invalid);

        // Everybody gets the same number. Whether it counts as 'stable' or as 'new', the number itself says.
        if (Interpolate)
            return new(Side.New, EvaluationReason.Interpolated);

        var stretch = Ramp.StretchAt(utcTicks);
        if (stretch.SideOfAll is { } side)
            return new(side, EvaluationReason.Ramp);

        var bucket = last is null ? hashKey.Bucket(hasher, Salt) : last.BucketIn(Ramp, stretch, hashKey.Value, hasher, Salt);
        return new(Ramp.SideAt(stretch, bucket, utcTicks), EvaluationReason.Ramp);
    }

    // Null where nothing is to be remembered: the hash key brings its bucket, or no bucket is asked for.
    private LastHashKey? LastHashKeyFor(in HashKey hashKey, Func<string, uint> hasher) =>
        Ramp is null || hashKey.IsHashedBy(hasher, Salt) ? null : LastHashKey.OnThisThread;
}
