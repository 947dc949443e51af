namespace Slowroll;

/// <summary>Which of a rollout's two values a hash key is on.</summary>
public enum Side
{
    /// <summary>Neither of them: the flag is missing or invalid, and the answer is the caller's default.</summary>
    Default,

    /// <summary>The old value, <c>stable</c>.</summary>
    Stable,

    /// <summary>The value that is being rolled out, <c>new</c>.</summary>
    New,
}
