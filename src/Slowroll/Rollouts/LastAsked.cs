using System.Runtime.CompilerServices;

namespace Slowroll.Rollouts;

/// <summary>The key that a thread asked with last: its bucket, for the flags of one request, and its course in one ramp, for a
/// flag that is asked again.</summary>
internal sealed class LastAsked
{
    /// <summary>A longer key would be held on to for the hash's sake alone.</summary>
    public const int LongestKey = 256;

    [ThreadStatic]
    private static LastAsked? Kept;

    private Padded _padded;

    private LastAsked()
    {
    }

    /// <summary>Allocates once a thread.</summary>
    public static LastAsked OnThisThread => Kept ??= new();

    private ref Asked Last => ref _padded[Padded.Middle];

    /// <summary>The side of a key in a ramp; <see cref="Side.Default"/> where the thread asked with another string last, which an
    /// equal one is, or the key's course doesn't tell.</summary>
    public Side SideIn(Ramp ramp, string key, long utcTicks)
    {
        ref var last = ref Last;
        return ReferenceEquals(last.Ramp, ramp) && ReferenceEquals(last.Key, key) ? last.Course.SideAt(utcTicks) : Side.Default;
    }

    /// <summary>The bucket of a key, for a ramp that always comes with the same hasher and salt: those of its rollout.</summary>
    /// <remarks>Costs the hash, unless the thread asked with the same string, hasher and salt last.</remarks>
    public uint BucketIn(Ramp ramp, string key, Func<string, uint> hasher, string? salt)
    {
        ref var last = ref Last;
        if (!ReferenceEquals(last.Key, key) || !ReferenceEquals(last.Hasher, hasher) || last.Salt != salt)
            return Hash(key, hasher, salt);

        // Only for a key that comes again: most never do.
        if (!ReferenceEquals(last.Ramp, ramp))
            (last.Ramp, last.Course) = (ramp, ramp.CourseOf(last.Bucket));
        return last.Bucket;
    }

    private uint Hash(string key, Func<string, uint> hasher, string? salt)
    {
        var bucket = Hashers.Bucket(hasher, salt, key);
        if (key.Length > LongestKey)
            return bucket;

        ref var last = ref Last;
        if (!ReferenceEquals(last.Hasher, hasher))
            last.Hasher = hasher;
        if (!ReferenceEquals(last.Salt, salt))
            last.Salt = salt;
        (last.Key, last.Bucket, last.Ramp) = (key, bucket, null);
        return bucket;
    }

    private struct Asked
    {
        public string? Key;
        public Func<string, uint>? Hasher;
        public string? Salt;
        public uint Bucket;
        public Ramp? Ramp;
        public KeyCourse Course;
    }

    // One takes a cache line. Only the middle one is in use: each new key writes it, and nothing that other threads read may lie
    // on its line. Beside a flag that two threads ask, it made both of them up to nineteen times slower.
    [InlineArray(Lines)]
    private struct Padded
    {
        public const int Middle = 1;
        private const int Lines = 3;

        private Asked _first;
    }
}
