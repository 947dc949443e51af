using System.Text.Json.Serialization;

namespace Slowroll.Caching;

/// <summary>The second line of a cache file.</summary>
/// <param name="Source">The SHA-256 of the source's name: whose config it is, without telling.</param>
/// <param name="ETag">See <see cref="CachedConfig.ETag"/>.</param>
/// <param name="FetchedAt">See <see cref="CachedConfig.FetchedAt"/>.</param>
/// <param name="Length">The body's length in bytes.</param>
internal sealed record CacheHeader(
    string Source,
    [property: JsonPropertyName("etag")] string? ETag,
    DateTimeOffset FetchedAt,
    long Length);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CacheHeader))]
internal sealed partial class CacheHeaderContext : JsonSerializerContext;
