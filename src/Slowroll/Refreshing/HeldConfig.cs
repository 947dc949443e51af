using Slowroll.Documents;

namespace Slowroll.Refreshing;

/// <summary>The config in force together with the ETag it came with: they are only ever replaced together, once the bytes
/// were read without a fault.</summary>
internal sealed record HeldConfig(ConfigSnapshot Snapshot, string? ETag, ConfigOrigin Origin, DateTimeOffset ConfirmedAt);

/// <summary>What the last refresh left behind.</summary>
/// <param name="Held">The last good config; null before the first.</param>
/// <param name="Failures">How many refreshes failed since.</param>
/// <param name="LastError">Why the last one failed.</param>
/// <param name="RetryAfter">How long the source asked to be left alone.</param>
/// <param name="ClockSkew">How far the source's clock is ahead of ours.</param>
internal sealed record RefreshState(
    HeldConfig? Held,
    int Failures = 0,
    string? LastError = null,
    TimeSpan? RetryAfter = null,
    TimeSpan? ClockSkew = null);
