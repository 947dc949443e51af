using Slowroll.Servers.Tests.Servers;
using Slowroll.Servers.Tests.Stores;

namespace Slowroll.Servers.Tests.Redis;

/// <summary>Redis is killed at each step, and comes back.</summary>
public class RedisOutageTests
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    [ServerFact("redis-server")]
    public async Task Before_opening_the_program_starts_with_defaults_and_gets_the_config_when_Redis_is_there()
    {
        await using var server = RedisServer.NotYetStarted();
        using Lines log = new();
        await using RedisConfigSource source = new(server.Address, RedisServer.Key);
        await using var config = await StoreConfig.OpenAsync(source, Poll, log);
        Assert.Equal(-1, config.Number());
        await config.FailsAsync("can't be reached");

        await server.StartAgainAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        await config.HasAsync(1);

        await Eventually.IsAsync(() => log.With("works again after").Count > 0, "it is logged");
    }

    [ServerFact("redis-server")]
    public async Task During_the_first_fetch_nothing_hangs()
    {
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        await using RedisConfigSource source = new($"{server.Address},connectTimeout=1000", RedisServer.Key);
        server.Hang();
        await using var config = await StoreConfig.OpenAsync(source, Poll);
        Assert.Equal(-1, config.Number());

        await server.KillAsync();
        await server.StartAgainAsync();
        await config.HasAsync(1);
    }

    [ServerFact("redis-server")]
    public async Task While_it_is_watched_the_last_good_config_stays_and_the_watch_works_again()
    {
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        await using RedisConfigSource source = new(server.Address, RedisServer.Key);
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);

        for (var number = 2; number < 5; number++)
        {
            await server.KillAsync();
            Assert.Equal(number - 1, config.Number());
            await server.StartAgainAsync();

            // Nobody has subscribed again yet: the announcement is lost, the config isn't.
            await server.PublishAsync(StoreConfig.Bytes(number));
            await config.HasAsync(number);
        }
    }

    [ServerFact("redis-server")]
    public async Task After_an_outage_a_change_without_an_announcement_comes_with_the_next_poll()
    {
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        using Lines log = new();
        await using RedisConfigSource source = new(server.Address, RedisServer.Key);
        await using var config = await StoreConfig.OpenAsync(source, Poll, log);
        await server.KillAsync();
        await config.FailsAsync("can't be reached");
        Assert.Equal(1, config.Number());
        await server.StartAgainAsync();
        await server.RunAsync("HSET", RedisServer.Key, "version", "by hand", "json", StoreConfig.Json(2));
        await config.HasAsync(2);

        Assert.Contains(log.All, line => line.Contains(
            $"The config could not be refreshed from flags:app of Redis at {server.Address}; the last good one stays. "
            + $"Redis at {server.Address} can't be reached", StringComparison.Ordinal));
    }

    [ServerFact("redis-server")]
    public async Task Killed_while_somebody_publishes_it_ends_with_what_Redis_has()
    {
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        await using RedisConfigSource source = new(server.Address, RedisServer.Key);
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);
        await using var redis = await server.ConnectAsync();
        RedisConfigWriter writer = new(redis, RedisServer.Key);
        var published = Task.Run(async () =>
        {
            for (var number = 2; ; number++)
                await writer.PublishAsync(StoreConfig.Bytes(number));
        });
        await Eventually.IsAsync(() => config.Number() > 20, "some are published");
        await server.KillAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => published);
        await server.StartAgainAsync();

        var kept = (string)(await server.RunAsync("HGET", RedisServer.Key, "json"))!;
        using var expected = SlowrollConfig.FromJson(System.Text.Encoding.UTF8.GetBytes(kept));
        await config.HasAsync(expected.Number());
    }

    [ServerFact("redis-server")]
    public async Task A_start_from_the_disk_cache_needs_no_Redis()
    {
        using TemporaryDirectory cache = new();
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        for (var start = 1; start <= 2; start++)
        {
            await using RedisConfigSource source = new(server.Address, RedisServer.Key);
            await using var config = await SlowrollConfig.OpenAsync(
                source, "test", new() { CacheDirectory = cache.Path, PollInterval = StoreConfig.Never });
            Assert.Equal(1, config.Number());
            if (start == 1)
                await server.KillAsync();
        }
    }

    [ServerFact("redis-server")]
    public async Task Nothing_writes_to_the_console()
    {
        await using var server = await RedisServer.StartAsync();
        await server.PublishAsync(StoreConfig.Bytes(1));
        using CapturedConsole console = new();
        await using RedisConfigSource source = new(server.Address, RedisServer.Key);
        await using var config = await StoreConfig.OpenAsync(source, Poll);
        await server.KillAsync();
        await config.FailsAsync("can't be reached");
        await server.StartAgainAsync();
        await server.PublishAsync(StoreConfig.Bytes(2));
        await config.HasAsync(2);

        Assert.Equal("", console.Written);
    }
}
