namespace Slowroll.Caching;

/// <summary>A config as it was stored on disk.</summary>
/// <param name="Utf8Json">The bytes as the source sent them.</param>
/// <param name="ETag">The ETag that the source gave with them; null if it gave none.</param>
/// <param name="FetchedAt">When they were fetched, by the clock of the process that wrote them: it may be in the
/// future.</param>
internal sealed record CachedConfig(ReadOnlyMemory<byte> Utf8Json, string? ETag, DateTimeOffset FetchedAt);
