namespace Slowroll.Rollouts;

/// <summary>Who is on <c>new</c>, and when: a flag's object without its two values. <c>DecideInOrder</c> is the one
/// place that says in which order its parts decide.</summary>
internal sealed record Rollout
{
    /// <summary>The side that this machine locks the flag to, for everybody; null without a lock.</summary>
    public Side? Lock { get; init; }

    /// <summary>Without <c>new</c> everybody is on <c>stable</c>, whatever the other fields say.</summary>
    public bool HasNew { get; init; } = true;

    public Audience? EarlyAdopters { get; init; }

    /// <summary>Which early adopters are ignored, and why, in a sentence; null for none.</summary>
    public string? PassedOver { get; init; }

    /// <summary>Takes <c>new</c> back from early adopters; null without a rollback of the flag.</summary>
    public Ramp? EarlyAdopterRamp { get; init; }

    /// <summary>Whether the flag itself has a rollback. Its waves may have their own.</summary>
    public bool HasRollback { get; init; }

    /// <summary>Parts of the hash keys with schedules of their own. The first one that contains a hash key counts.
    /// Empty for none.</summary>
    public IReadOnlyList<Wave> Waves { get; init; } = [];

    /// <summary>The schedule of everybody. Null where there are waves, and for a canary: the early adopters get
    /// <c>new</c> and nobody else, until a schedule is written in.</summary>
    public Ramp? Ramp { get; init; }

    /// <summary>Why the schedule can't be read; null if nothing is wrong. Early adopters don't need a schedule: they
    /// get <c>new</c> all the same, as by the original.</summary>
    public string? ScheduleError { get; init; }

    /// <summary>Hashed before the hash key, so that not the same hosts are first in every rollout.</summary>
    public string? Salt { get; init; }

    /// <summary>Instead of two sides, everybody gets a number between them.</summary>
    public bool Interpolate { get; init; }

    /// <summary>Whether time decides anything but for early adopters.</summary>
    public bool IsScheduled => Ramp is not null || Waves.Count > 0;

    /// <summary>The same flag, locked to a side by this machine. Nothing else of it counts then.</summary>
    public Rollout LockedTo(Side side) =>
        this with { Lock = side, EarlyAdopters = null, EarlyAdopterRamp = null, Ramp = null, Waves = [] };

    /// <summary>The side of a hash key at an instant, and what decides it.</summary>
    /// <remarks>Costs a look-up where there are early adopters, one for each wave before that of the hash key, and one
    /// hash unless the instant decides alone. Never allocates with a built-in hasher, but once a thread.</remarks>
    public Decision Decide(in HashKey hashKey, Func<string, uint> hasher, long utcTicks) =>
        DecideInOrder(hashKey, hasher, utcTicks, LastHashKeyFor(hashKey, hasher));

    /// <summary>The side of a hash key at an instant: what was decided for it, where that is remembered.</summary>
    /// <remarks>Costs two comparisons where the thread asked with the same string last; else what <see cref="Decide"/>
    /// costs.</remarks>
    public Side SideOf(in HashKey hashKey, Func<string, uint> hasher, long utcTicks)
    {
        var last = LastHashKeyFor(hashKey, hasher);
        return last is not null && last.TryGetSide(this, hashKey.Value, utcTicks, out var side)
            ? side
            : DecideInOrder(hashKey, hasher, utcTicks, last).Side;
    }

    /// <summary>When a hash key is on <c>new</c>, for one that will be asked for often; null where the caller's default
    /// answers.</summary>
    /// <remarks>Costs one hash.</remarks>
    /// <param name="decision">What <see cref="Decide"/> decided for it.</param>
    /// <param name="hashKey">The hash key.</param>
    /// <param name="hasher">The hasher that it was decided with.</param>
    public TimeOnNew? Remember(Decision decision, in HashKey hashKey, Func<string, uint> hasher) =>
        decision.Side == Side.Default ? null
        : decision.Ramp is { } ramp ? ramp.TimeOnNewOf(hashKey.Bucket(hasher, Salt))
        : TimeOnNew.Always(decision.Side);

    /// <summary>What is decided for every hash key at every instant; null if they differ.</summary>
    public Decision? DecideForAll() => IsAlikeForAll ? DecisionForAll : null;

    /// <summary>The side of everybody from an instant on, if time can't take it away any more; else null.</summary>
    public Side? DecideForGood(long utcTicks)
    {
        if (!IsScheduled || !Ramps.All(ramp => ramp.IsOverAt(utcTicks)))
            return null;

        // Whoever is in no wave is on 'stable'.
        List<Side?> sides = [.. Ramps.Select(ramp => ramp.StretchAt(utcTicks).SideOfAll)];
        if (Waves.Count > 0 && Waves.All(wave => wave.Audience is not null))
            sides.Add(Side.Stable);
        if (EarlyAdopters is not null && EarlyAdopterRamp is null)
            sides.Add(Side.New);
        return sides.Distinct().Count() == 1 ? sides[0] : null;
    }

    private bool IsAlikeForAll => Lock is not null || !HasNew;

    private Decision DecisionForAll => Lock is { } side && (HasNew || side == Side.Stable)
        ? new(side, EvaluationReason.Locked)
        : new(Side.Stable, EvaluationReason.NoNew);

    private IEnumerable<Ramp> Ramps
    {
        get
        {
            if (Ramp is not null)
                yield return Ramp;
            foreach (var wave in Waves)
                yield return wave.Ramp;
            if (EarlyAdopterRamp is not null)
                yield return EarlyAdopterRamp;
        }
    }

    private Decision DecideInOrder(in HashKey hashKey, Func<string, uint> hasher, long utcTicks, LastHashKey? last)
    {
        if (IsAlikeForAll)
            return DecisionForAll;

        var (ramp, reason) = (Ramp, EvaluationReason.Ramp);
        if (EarlyAdopters is not null && EarlyAdopters.Contain(hashKey.Value))
            (ramp, reason) = (EarlyAdopterRamp, EvaluationReason.EarlyAdopter);
        else if (ramp is null)
            (ramp, reason) = RampOfWave(hashKey.Value);

        if (ramp is null)
            return new(SideWithoutRamp(reason), reason);

        // Everybody in the ramp gets the same number. Whether it counts as 'stable' or as 'new', the number itself
        // says.
        if (Interpolate)
            return new(Side.New, reason == EvaluationReason.Ramp ? EvaluationReason.Interpolated : reason, ramp);

        var stretch = ramp.StretchAt(utcTicks);
        if (stretch.SideOfAll is { } side)
            return new(side, reason, ramp);

        var bucket = last is null ? hashKey.OwnBucket : last.BucketIn(this, ramp, stretch, hashKey.Value, hasher);
        return new(ramp.SideAt(stretch, bucket, utcTicks), reason, ramp);
    }

    private (Ramp? Ramp, EvaluationReason Reason) RampOfWave(string hashKey)
    {
        for (var i = 0; i < Waves.Count; i++)
        {
            if (Waves[i].Contains(hashKey))
                return (Waves[i].Ramp, EvaluationReason.Ramp);
        }

        return (null, Waves.Count > 0 ? EvaluationReason.NoWave
            : ScheduleError is null ? EvaluationReason.Canary
            : EvaluationReason.Invalid);
    }

    private static Side SideWithoutRamp(EvaluationReason reason) => reason switch
    {
        EvaluationReason.EarlyAdopter => Side.New,
        EvaluationReason.Invalid => Side.Default,
        _ => Side.Stable,
    };

    // Null if nothing has to be remembered: the hash key has its bucket already, or no bucket is needed.
    private LastHashKey? LastHashKeyFor(in HashKey hashKey, Func<string, uint> hasher) =>
        hashKey.IsHashedBy(hasher, Salt) || (Ramp is null && Waves.Count == 0 && EarlyAdopterRamp is null)
            ? null
            : LastHashKey.OnThisThread;
}
