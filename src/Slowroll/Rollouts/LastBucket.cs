namespace Slowroll.Rollouts;

/// <summary>What a thread asked for last, and its bucket.</summary>
internal struct LastBucket
{
    // Two take a cache line. One is in use, the middle one: each new key writes it, and nothing that other threads read may lie
    // on its line. Beside a flag that two threads ask, it made both of them up to nineteen times slower.
    private const int Padded = 5, Middle = 2;

    [ThreadStatic]
    private static LastBucket[]? t_last;

    private Func<string, uint>? _hasher;
    private string? _salt;
    private string? _key;
    private uint _bucket;

    /// <summary>Costs a look at the thread and three comparisons. The same key means the same string, not an equal one.</summary>
    public static bool TryGet(Func<string, uint> hasher, string? salt, string key, out uint bucket)
    {
        if (t_last is { } last && last[Middle].Is(hasher, salt, key))
        {
            bucket = last[Middle]._bucket;
            return true;
        }

        bucket = 0;
        return false;
    }

    /// <summary>Allocates once a thread.</summary>
    public static void Keep(Func<string, uint> hasher, string? salt, string key, uint bucket)
    {
        ref var last = ref (t_last ??= new LastBucket[Padded])[Middle];
        if (!ReferenceEquals(last._hasher, hasher))
            last._hasher = hasher;
        if (!ReferenceEquals(last._salt, salt))
            last._salt = salt;
        (last._key, last._bucket) = (key, bucket);
    }

    private readonly bool Is(Func<string, uint> hasher, string? salt, string key) =>
        ReferenceEquals(_key, key) && ReferenceEquals(_hasher, hasher) && _salt == salt;
}
