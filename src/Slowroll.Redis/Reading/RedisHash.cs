using System.Globalization;
using System.Security.Cryptography;
using Slowroll.Texts;
using StackExchange.Redis;

namespace Slowroll.Redis.Reading;

/// <summary>The hash that has a config: the fields <c>version</c> and <c>json</c>.</summary>
/// <remarks>The lengths of the fields are asked for first: whoever may write the hash must not be able to fill the
/// memory of this process.</remarks>
internal sealed class RedisHash(RedisKey key, int database, long maxBytes)
{
    public const int LongestVersion = 256;

    private static readonly RedisValue[] Fields = [RedisNames.Version, RedisNames.Json];

    private readonly string _shown = OneLine.Of(key.ToString());

    /// <summary>Reads the config, unless it is still the one with that tag.</summary>
    public async Task<HashReading> ReadAsync(IConnectionMultiplexer redis, string? knownTag)
    {
        var seen = await LookAsync(redis).ConfigureAwait(false);
        if (seen.Error is not null || seen.Tag == knownTag)
            return seen;

        // Both fields at once: they belong together.
        var values = await redis.GetDatabase(database).HashGetAsync(key, Fields).ConfigureAwait(false);
        return values is [{ IsNullOrEmpty: false } version, { IsNullOrEmpty: false } json]
            ? new HashReading(TagOf(version, json.Length()), json)
            : Missing(values[0].IsNullOrEmpty, values[1].IsNullOrEmpty);
    }

    /// <summary>Finds out which config is there, without loading it.</summary>
    public async Task<HashReading> LookAsync(IConnectionMultiplexer redis)
    {
        var hashes = redis.GetDatabase(database);
        var lengths = await Task.WhenAll(
            hashes.HashStringLengthAsync(key, RedisNames.Version),
            hashes.HashStringLengthAsync(key, RedisNames.Json)).ConfigureAwait(false);
        if (lengths is [0, _] or [_, 0])
            return Missing(lengths[0] == 0, lengths[1] == 0);
        if (lengths[0] > LongestVersion)
        {
            return HashReading.Failed(
                $"The version of {_shown} in Redis has {lengths[0]} bytes: at most {LongestVersion} are read.");
        }

        if (lengths[1] > maxBytes)
        {
            return HashReading.Failed(
                $"The config {_shown} in Redis has {lengths[1]} bytes: at most {maxBytes} "
                + "(RedisConfigOptions.MaxConfigBytes) are read.");
        }

        var version = await hashes.HashGetAsync(key, RedisNames.Version).ConfigureAwait(false);
        return version.IsNullOrEmpty ? Missing(true, false) : new HashReading(TagOf(version, lengths[1]));
    }

    // With the length in the tag, most changes are seen even if somebody forgot to write another version.
    private static string TagOf(RedisValue version, long length) =>
        string.Create(CultureInfo.InvariantCulture, $"{version}:{length}");

    private HashReading Missing(bool version, bool json)
    {
        var what = version && json ? "There is no config" : version ? "There is no version" : "There is no json";
        return HashReading.Failed(
            $"{what} in {_shown} in Redis: write both fields at once, HSET {_shown} version ... json ...");
    }
}

/// <summary>What was found in Redis.</summary>
/// <param name="Tag">Names the config; null if there is none that can be used.</param>
/// <param name="Json">The config; empty if it wasn't loaded.</param>
internal sealed record HashReading(string? Tag, ReadOnlyMemory<byte> Json = default)
{
    /// <summary>A hash of its bytes; null if it wasn't loaded.</summary>
    public string? Digest { get; } = Json.IsEmpty ? null : Convert.ToHexString(SHA256.HashData(Json.Span));

    /// <summary>Why it can't be used.</summary>
    public string? Error { get; private init; }

    public static HashReading Failed(string error) => new(Tag: null) { Error = error };
}
