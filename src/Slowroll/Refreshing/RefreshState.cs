namespace Slowroll.Refreshing;

/// <summary>What the last refresh left behind: what is held, what went wrong, and when the source would like to be asked again.</summary>
/// <param name="Held">The last good config; null before the first.</param>
internal sealed record RefreshState(HeldConfig? Held)
{
    /// <summary>How many refreshes failed since the last good one.</summary>
    public int Failures { get; init; }

    /// <summary>Why the last one failed.</summary>
    public string? LastError { get; init; }

    /// <summary>Whether it will fail again until somebody mends it, see <see cref="FetchResult.IsLasting"/>.</summary>
    public bool IsLasting { get; init; }

    /// <summary>How long the source asked to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long the source says that its answer stays good; null where nobody wants to know.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>How far the source's clock is ahead of ours.</summary>
    public TimeSpan? ClockSkew { get; init; }
}
