using Slowroll.Documents;

namespace Slowroll.Refreshing;

/// <summary>The config in force together with the ETag it came with: they are replaced only together, after the bytes
/// were read without a fault.</summary>
internal sealed record HeldConfig(
    ConfigSnapshot Snapshot, string? ETag, ConfigOrigin Origin, DateTimeOffset ConfirmedAt)
{
    /// <summary>How long ago the source confirmed it. Never negative, even if the clock was set back since.</summary>
    public TimeSpan AgeAt(DateTimeOffset now) => now > ConfirmedAt ? now - ConfirmedAt : TimeSpan.Zero;
}
