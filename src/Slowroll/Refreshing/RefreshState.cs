namespace Slowroll.Refreshing;

/// <summary>The state after the last refresh: which config is held, what went wrong, and when the source wants to be
/// asked again.</summary>
/// <param name="Held">The last good config; null before the first one.</param>
internal sealed record RefreshState(HeldConfig? Held)
{
    /// <summary>How many refreshes failed since the last good one.</summary>
    public int Failures { get; init; }

    /// <summary>Why the last one failed.</summary>
    public string? LastError { get; init; }

    /// <summary>Whether it will fail until somebody corrects it, see <see cref="FetchResult.IsLasting"/>.</summary>
    public bool IsLasting { get; init; }

    /// <summary>How long the source asked clients to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long the source says that its answer is valid; null if the options don't use it.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>How far the source's clock is ahead of ours.</summary>
    public TimeSpan? ClockSkew { get; init; }
}
