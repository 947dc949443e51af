namespace Slowroll.Caching;

/// <summary>A config as it was kept on disk.</summary>
/// <param name="Utf8Json">The bytes as the source sent them.</param>
/// <param name="ETag">What names them to the source; null where it gave no name.</param>
/// <param name="FetchedAt">When they were fetched, by the clock of whoever wrote them: it may lie in the future.</param>
internal sealed record CachedConfig(ReadOnlyMemory<byte> Utf8Json, string? ETag, DateTimeOffset FetchedAt);
