using Slowroll.Servers.Tests.Servers;
using Slowroll.Servers.Tests.Stores;
using StackExchange.Redis;

namespace Slowroll.Servers.Tests.Redis;

/// <summary>More than one Redis.</summary>
public class RedisTopologyTests
{
    [ServerFact("redis-server")]
    public async Task A_cluster_is_written_and_watched_like_one_server()
    {
        await using var server = await RedisServer.StartAsync("cluster-enabled yes");
        await server.RunAsync("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
        await Eventually.IsAsync(
            () => server.RunAsync("CLUSTER", "INFO").GetAwaiter().GetResult().ToString()
                .Contains("cluster_state:ok", StringComparison.Ordinal),
            "the cluster is ready");
        await server.PublishAsync(StoreConfig.Bytes(1));
        await using RedisConfigSource source = new(server.Address, RedisServer.Key);
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);

        await server.PublishAsync(StoreConfig.Bytes(2));
        await config.HasAsync(2);
    }

    [ServerFact("redis-server")]
    public async Task While_the_master_is_down_the_config_is_read_from_a_replica()
    {
        await using var master = await RedisServer.StartAsync();
        await using var replica = await RedisServer.StartAsync($"replicaof 127.0.0.1 {master.Port}");
        await master.PublishAsync(StoreConfig.Bytes(1));
        await using var redis = await replica.ConnectAsync();
        await Eventually.IsAsync(
            () => redis.GetDatabase().KeyExists(RedisServer.Key, CommandFlags.PreferReplica), "the replica has it");
        await master.KillAsync();

        await using RedisConfigSource source = new($"{master.Address},{replica.Address}", RedisServer.Key);
        await using var config = await StoreConfig.OpenAsync(source, TimeSpan.FromMilliseconds(200));
        await config.HasAsync(1);

        await master.StartAgainAsync();
        await Eventually.IsAsync(() => Writes(master), "the master takes writes again");
        await config.HasAsync(2);
    }

    private static bool Writes(RedisServer master)
    {
        master.PublishAsync(StoreConfig.Bytes(2)).GetAwaiter().GetResult();
        return true;
    }
}
