namespace Slowroll.Rollouts;

/// <summary>The key that a thread asked with last: its bucket, for the flags of one request, and its course in one ramp, for a
/// flag that is asked again.</summary>
internal struct LastAsked
{
    // One takes a cache line. Only the middle one is in use: each new key writes it, and nothing that other threads read may lie
    // on its line. Beside a flag that two threads ask, it made both of them up to nineteen times slower.
    private const int Padded = 3, Middle = 1;

    // A longer key would be held on to for the hash's sake alone.
    private const int LongestKey = 256;

    [ThreadStatic]
    private static LastAsked[]? t_last;

    private string? _key;
    private Func<string, uint>? _hasher;
    private string? _salt;
    private uint _bucket;
    private Ramp? _ramp;
    private KeyCourse _course;

    /// <summary>Allocates once a thread.</summary>
    public static ref LastAsked OnThisThread => ref (t_last ??= new LastAsked[Padded])[Middle];

    /// <summary>The side of a key in a ramp, which always comes with the same hasher and salt: those of its rollout.</summary>
    /// <remarks>Costs a few comparisons where the thread asked with the same string last, which an equal one is not; else the hash.</remarks>
    public Side SideIn(Ramp ramp, string key, Func<string, uint> hasher, string? salt, long utcTicks)
    {
        var side = ReferenceEquals(_ramp, ramp) && ReferenceEquals(_key, key) ? _course.SideAt(utcTicks) : Side.Default;
        return side != Side.Default ? side : ramp.SideAt(BucketFor(ramp, key, hasher, salt), utcTicks);
    }

    private uint BucketFor(Ramp ramp, string key, Func<string, uint> hasher, string? salt)
    {
        if (!IsHashed(key, hasher, salt))
            return Hash(key, hasher, salt);

        // Only for a key that comes again: most never do.
        if (!ReferenceEquals(_ramp, ramp))
            (_ramp, _course) = (ramp, ramp.CourseOf(_bucket));
        return _bucket;
    }

    private readonly bool IsHashed(string key, Func<string, uint> hasher, string? salt) =>
        ReferenceEquals(_key, key) && ReferenceEquals(_hasher, hasher) && _salt == salt;

    private uint Hash(string key, Func<string, uint> hasher, string? salt)
    {
        var bucket = Hashers.Bucket(hasher, salt, key);
        if (key.Length > LongestKey)
            return bucket;

        if (!ReferenceEquals(_hasher, hasher))
            _hasher = hasher;
        if (!ReferenceEquals(_salt, salt))
            _salt = salt;
        (_key, _bucket, _ramp) = (key, bucket, null);
        return bucket;
    }
}
