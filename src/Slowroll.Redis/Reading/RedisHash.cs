using Slowroll.Texts;
using StackExchange.Redis;

namespace Slowroll.Redis.Reading;

/// <summary>The hash that has a config: the fields <c>version</c> and <c>json</c>.</summary>
/// <remarks>The lengths of the fields are asked for first: whoever may write the hash must not be able to fill the
/// memory of this process. They may have grown until the fields are loaded, so they are checked again then.</remarks>
internal sealed class RedisHash(RedisKey key, int database, long maxBytes)
{
    public const int LongestVersion = 256;

    private static readonly RedisValue[] Fields = [RedisNames.Version, RedisNames.Json];

    private readonly string _shown = OneLine.Of(key.ToString());

    /// <summary>Reads the config, unless it is still a known one: then that one is the answer.</summary>
    public async Task<HashReading> ReadAsync(IConnectionMultiplexer redis, HashReading? known)
    {
        var seen = await LookAsync(redis).ConfigureAwait(false);
        if (seen.Error is not null)
            return seen;
        if (seen.Stamp == known?.Stamp)
            return known!;

        // Both fields at once: they belong together.
        var values = await redis.GetDatabase(database).HashGetAsync(key, Fields).ConfigureAwait(false);
        return WhyNot(values[0].Length(), values[1].Length())
            ?? HashReading.Loaded(values[0].ToString(), values[1]);
    }

    /// <summary>Finds out which config is there, without loading it.</summary>
    public async Task<HashReading> LookAsync(IConnectionMultiplexer redis)
    {
        var hashes = redis.GetDatabase(database);
        var lengths = await Task.WhenAll(
            hashes.HashStringLengthAsync(key, RedisNames.Version),
            hashes.HashStringLengthAsync(key, RedisNames.Json)).ConfigureAwait(false);
        if (WhyNot(lengths[0], lengths[1]) is { } failed)
            return failed;

        var version = await hashes.HashGetAsync(key, RedisNames.Version).ConfigureAwait(false);
        return WhyNot(version.Length(), lengths[1]) ?? HashReading.Seen(version.ToString(), lengths[1]);
    }

    private HashReading? WhyNot(long version, long json)
    {
        if (version == 0 || json == 0)
            return Missing(version == 0, json == 0);
        if (version > LongestVersion)
        {
            return HashReading.Failed(
                $"The field version of {_shown} in Redis has {version} bytes: at most {LongestVersion} are read. Write "
                + "a shorter one, such as the beginning of the config's SHA-256.");
        }

        return json <= maxBytes ? null : HashReading.Failed(
            $"The config {_shown} in Redis has {json} bytes: at most {maxBytes} (RedisConfigOptions.MaxConfigBytes) "
            + "are read.");
    }

    private HashReading Missing(bool version, bool json)
    {
        var what = version && json ? "There is no config" : version ? "There is no version" : "There is no json";
        return HashReading.Failed(
            $"{what} in {_shown} in Redis: write both fields at once, HSET {_shown} version ... json ...");
    }
}
