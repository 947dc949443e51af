using Slowroll.Documents;

namespace Slowroll.Refreshing;

/// <summary>The config in force together with the ETag it came with: they are only ever replaced together, once the bytes
/// were read without a fault.</summary>
internal sealed record HeldConfig(ConfigSnapshot Snapshot, string? ETag, ConfigOrigin Origin, DateTimeOffset ConfirmedAt);
