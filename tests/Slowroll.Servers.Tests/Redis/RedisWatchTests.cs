using Slowroll.Servers.Tests.Servers;
using Slowroll.Servers.Tests.Stores;
using StackExchange.Redis;
using Xunit.Abstractions;

namespace Slowroll.Servers.Tests.Redis;

/// <summary>While Redis is there: nothing is polled, so that each change has come through the watch.</summary>
public class RedisWatchTests(ITestOutputHelper output)
{
    [ServerFact("redis-server")]
    public async Task A_change_is_in_force_without_a_poll()
    {
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        await using RedisConfigSource source = new(server.Address, RedisServer.Key);
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);
        Assert.Equal(1, config.Number());

        await using var redis = await server.ConnectAsync();
        RedisConfigWriter writer = new(redis, RedisServer.Key);
        for (var number = 2; number < 12; number++)
        {
            await writer.PublishAsync(StoreConfig.Bytes(number));
            var latency = await config.HasAsync(number);
            output.WriteLine($"In force {latency.TotalMilliseconds:0.0} ms after it was published.");
        }
    }

    [ServerFact("redis-server")]
    public async Task Many_announcements_of_one_change_make_one_fetch()
    {
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        await using RedisConfigSource source = new(server.Address, RedisServer.Key);
        CountedSource counted = new(source);
        await using var config = await StoreConfig.OpenAsync(counted, StoreConfig.Never);
        await using var redis = await server.ConnectAsync();
        var channel = RedisChannel.Literal(RedisServer.Key);

        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(_ => redis.GetSubscriber().PublishAsync(channel, "x")));
        await new RedisConfigWriter(redis, RedisServer.Key).PublishAsync(StoreConfig.Bytes(2));
        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(_ => redis.GetSubscriber().PublishAsync(channel, "x")));
        await config.HasAsync(2);
        await new RedisConfigWriter(redis, RedisServer.Key).PublishAsync(StoreConfig.Bytes(3));
        await config.HasAsync(3);

        Assert.Equal(3, counted.Fetches);
    }

    [ServerFact("redis-server")]
    public async Task What_is_no_JSON_is_rejected_once_and_the_next_config_is_in_force()
    {
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        await using RedisConfigSource source = new(server.Address, RedisServer.Key);
        CountedSource counted = new(source);
        await using var config = await StoreConfig.OpenAsync(counted, StoreConfig.Never);

        await server.RunAsync("HSET", RedisServer.Key, "version", "2", "json", "<html>");
        await server.RunAsync("PUBLISH", RedisServer.Key, "2");
        await config.FailsAsync("JSON");
        Assert.Equal(1, config.Number());
        await server.PublishAsync(StoreConfig.Bytes(3));
        await config.HasAsync(3);

        Assert.Equal(3, counted.Fetches);
    }

    [ServerFact("redis-server")]
    public async Task The_same_config_under_another_version_is_no_change_and_the_watch_goes_on()
    {
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        await using RedisConfigSource source = new(server.Address, RedisServer.Key);
        CountedSource counted = new(source);
        await using var config = await StoreConfig.OpenAsync(counted, StoreConfig.Never);
        foreach (var version in new[] { "2", "3" })
        {
            await server.RunAsync("HSET", RedisServer.Key, "version", version, "json", StoreConfig.Json(1));
            await server.RunAsync("PUBLISH", RedisServer.Key, version);
        }

        await server.PublishAsync(StoreConfig.Bytes(2));
        await config.HasAsync(2);
        Assert.Equal(2, counted.Fetches);
    }

    [ServerFact("redis-server")]
    public async Task Two_sources_on_one_connection_end_apart_and_leave_no_subscription_behind()
    {
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        await using var redis = await server.ConnectAsync();
        await using RedisConfigSource one = new(redis, RedisServer.Key);
        await using RedisConfigSource other = new(_ => Task.FromResult<IConnectionMultiplexer>(redis), RedisServer.Key);
        await using (var first = await StoreConfig.OpenAsync(one, StoreConfig.Never))
        await using (var second = await StoreConfig.OpenAsync(other, StoreConfig.Never))
        {
            await server.PublishAsync(StoreConfig.Bytes(2));
            await first.HasAsync(2);
            await second.HasAsync(2);

            await first.DisposeAsync();
            await one.DisposeAsync();
            await server.PublishAsync(StoreConfig.Bytes(3));
            await second.HasAsync(3);
        }

        await other.DisposeAsync();
        var left = (RedisResult[])(await server.RunAsync("PUBSUB", "NUMSUB", RedisServer.Key))!;
        Assert.Equal(0, (int)left[1]);
        Assert.True(redis.IsConnected);
    }

    [ServerFact("redis-server")]
    public async Task Of_two_writers_who_edit_one_version_the_second_is_told()
    {
        await using var server = await RedisServer.StartAsync();
        await using var redis = await server.ConnectAsync();
        RedisConfigWriter ada = new(redis, RedisServer.Key);
        RedisConfigWriter grace = new(redis, RedisServer.Key);

        Assert.True(await ada.TryPublishAsync(StoreConfig.Bytes(1), replacedVersion: null));
        Assert.False(await grace.TryPublishAsync(StoreConfig.Bytes(2), replacedVersion: null));
        var version = await grace.GetVersionAsync();
        Assert.True(await grace.TryPublishAsync(StoreConfig.Bytes(3), version));
        Assert.False(await ada.TryPublishAsync(StoreConfig.Bytes(4), version));
        await Assert.ThrowsAsync<ConfigFormatException>(() => ada.PublishAsync("<html>"u8.ToArray()));

        await using RedisConfigSource source = new(redis, RedisServer.Key);
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);
        Assert.Equal(3, config.Number());
    }
}
