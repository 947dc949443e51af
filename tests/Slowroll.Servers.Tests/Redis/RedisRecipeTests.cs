using Slowroll.Servers.Tests.Servers;
using Slowroll.Servers.Tests.Stores;

namespace Slowroll.Servers.Tests.Redis;

/// <summary>The lines of docs/stores/redis.md, with its users.</summary>
public class RedisRecipeTests
{
    private const string Key = "flags:app_features";

    [ServerFact("redis-server", "redis-cli")]
    public async Task What_the_page_shows_publishes_and_only_the_writer_can()
    {
        using TemporaryDirectory folder = new();
        await using var server = await RedisServer.StartAsync(
            Recipe.BlocksOf("stores/redis.md", "acl").Single().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await using RedisConfigSource source = new(
            $"{server.Address},user=reader,password=reader-password", Key);
        using Lines log = new();
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never, log);
        var blocks = Recipe.BlocksOf("stores/redis.md", "sh");
        Assert.Equal(2, blocks.Count);
        for (var number = 1; number <= 4; number++)
        {
            await File.WriteAllTextAsync(folder["app_features.json"], StoreConfig.Json(number));
            await Shell.RunAsync(As("writer") + blocks[number % 2], folder.Path);
            await config.HasAsync(number);
        }

        Assert.Empty(log.With("is lost"));
        await Assert.ThrowsAnyAsync<Exception>(() => Shell.RunAsync(As("reader") + blocks[0], folder.Path));
        var late = blocks[1].Split('\n', 2)[1];
        await Assert.ThrowsAnyAsync<Exception>(
            () => Shell.RunAsync($"{As("writer")}before=older\n{late}", folder.Path));

        await using var redis = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(
            $"{server.Address},user=writer,password=writer-password");
        RedisConfigWriter writer = new(redis, Key);
        Assert.False(await writer.TryPublishAsync(StoreConfig.Bytes(5), "older"));
        Assert.True(await writer.TryPublishAsync(StoreConfig.Bytes(5), await writer.GetVersionAsync()));
        await config.HasAsync(5);

        string As(string user) => $"REDIS=redis://{user}:{user}-password@{server.Address}\n";
    }
}
