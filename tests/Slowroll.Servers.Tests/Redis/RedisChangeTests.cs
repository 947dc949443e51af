using System.Diagnostics;
using Slowroll.Servers.Tests.Servers;
using Slowroll.Servers.Tests.Stores;
using StackExchange.Redis;

namespace Slowroll.Servers.Tests.Redis;

/// <summary>What is reported as a change, and how often Redis is asked.</summary>
public class RedisChangeTests
{
    [ServerFact("redis-server")]
    public async Task After_a_start_from_the_disk_the_same_config_under_another_version_is_no_change()
    {
        using TemporaryDirectory cache = new();
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        for (var start = 1; start <= 2; start++)
        {
            await using RedisConfigSource source = new(server.Address, RedisServer.Key);
            CountedSource counted = new(source);
            await using var config = await SlowrollConfig.OpenAsync(
                counted, "test", new() { CacheDirectory = cache.Path, PollInterval = StoreConfig.Never });
            await Eventually.IsAsync(() => config.Status.Origin == ConfigOrigin.Source, "Redis has confirmed it");
            if (start == 1)
                continue;

            foreach (var version in new[] { "x", "y:0:0123456789ABCDEF" })
                await AnnounceAsync(server, version, StoreConfig.Json(1));
            await server.PublishAsync(StoreConfig.Bytes(2));
            await config.HasAsync(2);
            Assert.Equal(2, counted.Fetches);
        }
    }

    [ServerFact("redis-server")]
    public async Task What_the_program_has_fetched_meanwhile_is_no_change_and_what_was_in_force_before_is_one()
    {
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        await using RedisConfigSource source = new(server.Address, RedisServer.Key, new() { MaxConfigBytes = 1_000 });
        CountedSource counted = new(source);
        await using var config = await StoreConfig.OpenAsync(counted, StoreConfig.Never);
        await server.RunAsync("HSET", RedisServer.Key, "version", "2", "json", StoreConfig.Json(2));
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());

        // It is announced late.
        await server.RunAsync("PUBLISH", RedisServer.Key, "2");
        await AnnounceAsync(server, "another", StoreConfig.Json(2));

        // A fetch that fails and one that is rejected change nothing of what is in force.
        foreach (var faulty in new[] { new string('x', 1_001), "<html>" })
        {
            await server.RunAsync("HSET", RedisServer.Key, "version", "x", "json", faulty);
            await config.RefreshAsync();
            Assert.NotNull(config.Status.LastError);
        }

        await server.RunAsync("PUBLISH", RedisServer.Key, "x");
        await server.PublishAsync(StoreConfig.Bytes(1));
        await config.HasAsync(1);
        Assert.Equal(5, counted.Fetches);
    }

    [ServerFact("redis-server")]
    public async Task A_storm_of_announcements_that_bring_nothing_makes_few_questions()
    {
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        await using var real = await server.ConnectAsync();
        var redis = ObservedRedis.Of(real);
        await using RedisConfigSource source = new(redis, RedisServer.Key);
        await StormAsync(source, real, redis, shortestPause: TimeSpan.FromMilliseconds(50));

        var fetched = await source.FetchAsync(null, default);
        var change = source.WaitForChangeAsync(fetched.ETag, default);
        await server.PublishAsync(StoreConfig.Bytes(2));
        await change.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [ServerFact("redis-server")]
    public async Task A_storm_of_announcements_while_nothing_is_answered_makes_few_questions()
    {
        await using var server = await RedisServer.StartAsync();
        await using var real = await server.ConnectAsync();
        var redis = ObservedRedis.Of(real, method => method == "HashStringLengthAsync"
            ? Task.FromException<long>(new TimeoutException())
            : null);
        await using RedisConfigSource source = new(redis, RedisServer.Key);
        await StormAsync(source, real, redis, shortestPause: TimeSpan.FromMilliseconds(50));
    }

    private static async Task StormAsync(
        RedisConfigSource source, ConnectionMultiplexer real, IConnectionMultiplexer redis, TimeSpan shortestPause)
    {
        using CancellationTokenSource end = new();
        var etag = (await source.FetchAsync(null, default)).ETag;
        var since = Stopwatch.GetTimestamp();
        var before = ObservedRedis.CallsOf(redis, "HashStringLengthAsync");
        var watch = source.WaitForChangeAsync(etag, end.Token);
        for (var number = 0; number < 2_000; number++)
            await real.GetSubscriber().PublishAsync(RedisChannel.Literal(RedisServer.Key), "x");

        // A look asks for two lengths.
        var looks = (ObservedRedis.CallsOf(redis, "HashStringLengthAsync") - before) / 2;
        Assert.InRange(looks, 1, (Stopwatch.GetElapsedTime(since) / shortestPause) + 5);
        Assert.False(watch.IsCompleted);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);
    }

    private static async Task AnnounceAsync(RedisServer server, string version, string json)
    {
        await server.RunAsync("HSET", RedisServer.Key, "version", version, "json", json);
        await server.RunAsync("PUBLISH", RedisServer.Key, version);
    }
}
