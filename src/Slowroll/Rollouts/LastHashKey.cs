using System.Runtime.CompilerServices;

namespace Slowroll.Rollouts;

/// <summary>The last hash key of a thread: its bucket, for the flags of one request, and what is known of its side in
/// one rollout, for a flag that is read again.</summary>
internal sealed class LastHashKey
{
    /// <summary>A longer hash key is not kept: its text would stay in memory only for its hash.</summary>
    public const int LongestKept = 256;

    [ThreadStatic]
    private static LastHashKey? Kept;

    private Padded _padded;

    private LastHashKey()
    {
    }

    /// <summary>Allocates once a thread.</summary>
    public static LastHashKey OnThisThread => Kept ??= new();

    private ref Entry Last => ref _padded[Padded.Middle];

    /// <summary>The side of a hash key in a rollout, if the same string (not an equal one) was the last one of the
    /// thread and the side is known.</summary>
    public bool TryGetSide(Rollout rollout, string hashKey, long utcTicks, out Side side)
    {
        side = default;
        ref var last = ref Last;
        return ReferenceEquals(last.Rollout, rollout)
            && ReferenceEquals(last.HashKey, hashKey)
            && last.Course.TryGet(utcTicks, out side);
    }

    /// <summary>The bucket of a hash key, for a rollout that always comes with the same hasher.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="ramp">The ramp that decides there for the hash key.</param>
    /// <param name="stretch">Its stretch at this instant.</param>
    /// <param name="hashKey">The hash key.</param>
    /// <param name="hasher">The hasher.</param>
    /// <remarks>Costs the hash, unless the last string, hasher and salt of the thread were the same.</remarks>
    public uint BucketIn(
        Rollout rollout, Ramp ramp, Stretch stretch, string hashKey, Func<string, uint> hasher)
    {
        ref var last = ref Last;
        if (!ReferenceEquals(last.HashKey, hashKey)
            || !ReferenceEquals(last.Hasher, hasher)
            || last.Salt != rollout.Salt)
        {
            return Hash(hashKey, hasher, rollout.Salt);
        }

        // Only for a hash key that comes again: most never do.
        Remember(rollout, ramp, stretch);
        return last.Bucket;
    }

    // A method of its own, so that the read stays small.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Remember(Rollout rollout, Ramp ramp, Stretch stretch)
    {
        ref var last = ref Last;
        if (ramp.CourseOf(stretch, last.Bucket) is { } course)
            (last.Rollout, last.Course) = (rollout, course);
    }

    private uint Hash(string hashKey, Func<string, uint> hasher, string? salt)
    {
        var bucket = Hashers.Bucket(hasher, salt, hashKey);
        if (hashKey.Length > LongestKept)
            return bucket;

        ref var last = ref Last;
        if (!ReferenceEquals(last.Hasher, hasher))
            last.Hasher = hasher;
        if (!ReferenceEquals(last.Salt, salt))
            last.Salt = salt;
        (last.HashKey, last.Bucket, last.Rollout) = (hashKey, bucket, null);
        return bucket;
    }

    private struct Entry
    {
        public string? HashKey;
        public Func<string, uint>? Hasher;
        public string? Salt;
        public uint Bucket;
        public Rollout? Rollout;
        public SideOverTime Course;
    }

    // Only the middle entry is used, so that it has cache lines of its own: each new hash key writes it, and on the
    // cache line of a flag that two threads read, this made both of them up to nineteen times slower.
    [InlineArray(Entries)]
    private struct Padded
    {
        public const int Middle = 1;
        private const int Entries = 3;

        private Entry _first;
    }
}
