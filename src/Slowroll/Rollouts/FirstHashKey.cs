namespace Slowroll.Rollouts;

/// <summary>The hash key that a rollout was asked with first, and what was decided for it.</summary>
internal sealed class FirstHashKey(string value, SideOverTime decided)
{
    /// <summary>No hash key at all: nobody can ask with this string.</summary>
    public static FirstHashKey None { get; } = new(new string('-', 1), default);

    // A field of its own, so that a read doesn't copy it.
    private readonly SideOverTime _decided = decided;

    /// <summary>The side of a hash key, if it is this one (the same string, not an equal one) and its side is known.</summary>
    public bool TryGetSide(in HashKey hashKey, long utcTicks, out Side side)
    {
        side = default;
        return ReferenceEquals(value, hashKey.Value) && _decided.TryGet(utcTicks, out side);
    }
}
