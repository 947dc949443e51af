namespace Slowroll.Rollouts;

/// <summary>The key that a rollout was asked with first.</summary>
internal sealed class FirstKey(string key, KeyCourse course)
{
    /// <summary>No key at all: it is none that anybody can ask with.</summary>
    public static FirstKey None { get; } = new(new string('-', 1), default);

    // A field of its own, so that a read doesn't copy it.
    private readonly KeyCourse _course = course;

    /// <summary>Whether it is this one, which means the same string, not an equal one.</summary>
    public bool Is(in HashKey other) => ReferenceEquals(key, other.Value);

    /// <summary>Its side; <see cref="Side.Default"/> where its course doesn't tell.</summary>
    public Side SideAt(long utcTicks) => _course.SideAt(utcTicks);
}
