namespace Slowroll.Rollouts;

/// <summary>The first hash key that a rollout was read with, and what was decided for it.</summary>
internal sealed class FirstHashKey(string value, TimeOnNew decided)
{
    /// <summary>No hash key: no caller can have this string.</summary>
    public static FirstHashKey None { get; } = new(new string('-', 1), default);

    // A field of its own, so that a read doesn't copy it.
    private readonly TimeOnNew _decided = decided;

    /// <summary>The side of a hash key, if it is this one: the same string, not an equal one.</summary>
    public bool TryGetSide(in HashKey hashKey, long utcTicks, out Side side)
    {
        if (ReferenceEquals(value, hashKey.Value))
        {
            side = _decided.SideAt(utcTicks);
            return true;
        }

        side = default;
        return false;
    }
}
