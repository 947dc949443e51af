using Slowroll.Documents;

namespace Slowroll.Refreshing;

/// <summary>The config in force together with the ETag it came with: they are only ever replaced together, once the bytes
/// were read without a fault.</summary>
internal sealed record HeldConfig(ConfigSnapshot Snapshot, string? ETag, ConfigOrigin Origin, DateTimeOffset ConfirmedAt)
{
    /// <summary>How long ago the source confirmed it. Never negative: the clock may have gone back since.</summary>
    public TimeSpan AgeAt(DateTimeOffset now) => now > ConfirmedAt ? now - ConfirmedAt : TimeSpan.Zero;
}
