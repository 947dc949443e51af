using Slowroll.Servers.Tests.Servers;
using Slowroll.Servers.Tests.Stores;
using StackExchange.Redis;

namespace Slowroll.Servers.Tests.Redis;

/// <summary>What a writer promises, whatever Redis does.</summary>
public class RedisWriterTests
{
    [ServerFact("redis-server")]
    public async Task A_transaction_that_Redis_gets_late_replaces_no_later_config()
    {
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        await using var late = new LateRedis(server.Port, "EXEC"u8.ToArray());
        await using var slow = await ConnectionMultiplexer.ConnectAsync($"{late.Start()},asyncTimeout=500");

        await Assert.ThrowsAnyAsync<TimeoutException>(
            () => new RedisConfigWriter(slow, RedisServer.Key).PublishAsync(StoreConfig.Bytes(2)));
        await server.PublishAsync(StoreConfig.Bytes(3));
        await late.ReleaseAsync();

        Assert.Equal(StoreConfig.Json(3), (string)(await server.RunAsync("HGET", RedisServer.Key, "json"))!);
    }

    [ServerFact("redis-server")]
    public async Task Writers_who_publish_at_once_all_publish_also_over_a_version_that_is_no_text()
    {
        await using var server = await RedisServer.StartAsync();
        await server.RunAsync("HSET", RedisServer.Key, "version", new byte[] { 0xff, 0xfe }, "json", "{}");
        await using var redis = await server.ConnectAsync();
        await Task.WhenAll(Enumerable.Range(1, 8).Select(async number =>
        {
            await using var own = await server.ConnectAsync();
            await new RedisConfigWriter(own, RedisServer.Key).PublishAsync(StoreConfig.Bytes(number));
        }));

        await using RedisConfigSource source = new(redis, RedisServer.Key);
        Assert.Equal(FetchKind.Fresh, (await source.FetchAsync(null, default)).Kind);
    }

    [ServerFact("redis-server")]
    public async Task A_right_that_is_missing_ends_the_writer_with_the_answer_of_Redis()
    {
        foreach (var right in new[] { "hget", "hexists", "exec", "hset", "publish" })
        {
            await using var server = await RedisServer.StartAsync(
                "user writer on >pw ~* &* +@all -" + (right == "hset" ? "hset -hmset" : right));
            await using var redis = await ConnectionMultiplexer.ConnectAsync(
                $"{server.Address},user=writer,password=pw");
            RedisConfigWriter writer = new(redis, RedisServer.Key);
            var exception = await Record.ExceptionAsync(
                () => writer.PublishAsync(StoreConfig.Bytes(1)).WaitAsync(TimeSpan.FromSeconds(3)));
            Assert.True(exception is RedisException, $"{right}: {exception}");
            exception = await Record.ExceptionAsync(
                () => writer.TryPublishAsync(StoreConfig.Bytes(1), null).WaitAsync(TimeSpan.FromSeconds(3)));
            Assert.True(exception is RedisException || right == "hget", $"{right}: {exception}");
        }
    }
}
