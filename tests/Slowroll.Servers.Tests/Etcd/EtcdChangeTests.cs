using System.Diagnostics;
using Etcdserverpb;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Slowroll.Servers.Tests.Servers;
using Slowroll.Servers.Tests.Stores;

namespace Slowroll.Servers.Tests.Etcd;

/// <summary>What is reported as a change, and how often etcd is asked.</summary>
public class EtcdChangeTests
{
    [ServerFact("etcd")]
    public async Task After_a_start_from_the_disk_the_same_config_written_again_is_no_change()
    {
        using TemporaryDirectory cache = new();
        await using var cluster = await EtcdCluster.StartAsync();
        await cluster.PublishAsync(1);
        for (var start = 1; start <= 2; start++)
        {
            using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key);
            CountedSource counted = new(source);
            await using var config = await SlowrollConfig.OpenAsync(
                counted, "test", new() { CacheDirectory = cache.Path, PollInterval = StoreConfig.Never });
            await Eventually.IsAsync(() => config.Status.Origin == ConfigOrigin.Source, "etcd has confirmed it");
            if (start == 1)
                continue;

            await cluster.PublishAsync(1);
            await cluster.PublishAsync(1);
            await cluster.PublishAsync(2);
            await config.HasAsync(2);
            Assert.Equal(2, counted.Fetches);
        }
    }

    [ServerFact("etcd")]
    public async Task What_the_program_has_fetched_is_no_change_and_what_was_in_force_before_is_one()
    {
        await using var cluster = await EtcdCluster.StartAsync();
        await cluster.PublishAsync(1);
        using var channel = GrpcChannel.ForAddress(cluster.Endpoints);
        TaskCompletionSource heard = new();
        ObservedEtcd etcd = new(until: heard.Task);
        using EtcdConfigSource source = new(channel.Intercept(etcd), EtcdCluster.Key, new() { MaxConfigBytes = 1_000 });
        var etag = (await source.FetchAsync(null, default)).ETag;
        var watch = source.WaitForChangeAsync(etag, default);

        // The program fetches by itself before the watch hears of it.
        foreach (var value in new[] { new byte[1_001], "<html>"u8.ToArray(), StoreConfig.Bytes(2) })
        {
            await cluster.PutAsync(value);
            await source.FetchAsync(etag, default);
        }

        heard.SetResult();
        await Eventually.IsAsync(() => etcd.CallsOf("Watch") == 2, "it watches again");
        Assert.False(watch.IsCompleted);
        await cluster.PublishAsync(1);
        await watch.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [ServerFact("etcd")]
    public async Task The_same_config_written_again_and_again_makes_few_questions()
    {
        await using var cluster = await EtcdCluster.StartAsync();
        await cluster.PublishAsync(1);
        using var channel = GrpcChannel.ForAddress(cluster.Endpoints);
        ObservedEtcd etcd = new();
        using EtcdConfigSource source = new(channel.Intercept(etcd), EtcdCluster.Key);
        var etag = (await source.FetchAsync(null, default)).ETag;
        var since = Stopwatch.GetTimestamp();
        var watch = source.WaitForChangeAsync(etag, default);
        for (var number = 0; number < 1_000; number++)
            await new KV.KVClient(channel).PutAsync(PutOf(1));

        Assert.InRange(etcd.CallsOf("Range"), 1, (Stopwatch.GetElapsedTime(since).TotalMilliseconds / 50) + 5);
        Assert.False(watch.IsCompleted);
        await cluster.PublishAsync(2);
        await watch.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [ServerFact("etcd")]
    public async Task An_etcd_that_ends_each_watch_is_asked_less_and_less_often()
    {
        await using var cluster = await EtcdCluster.StartAsync();
        await cluster.PublishAsync(1);
        using var channel = GrpcChannel.ForAddress(cluster.Endpoints);
        WatchResponse[] ends =
        [
            new() { Canceled = true, CancelReason = "etcdserver: invalid auth token" },
            new() { Canceled = true, CancelReason = "auth store is old" },
            new() { Canceled = true, CompactRevision = 1_000, CancelReason = "compacted" },
            new() { Canceled = true },
        ];
        foreach (var end in ends)
        {
            using CancellationTokenSource stop = new();
            ObservedEtcd etcd = new(end);
            using EtcdConfigSource source = new(channel.Intercept(etcd), EtcdCluster.Key);
            var etag = (await source.FetchAsync(null, default)).ETag;
            var watch = source.WaitForChangeAsync(etag, stop.Token);
            await Eventually.IsAsync(() => etcd.CallsOf("Watch") >= 2, "a second watch");
            await Task.Delay(700);

            // The pauses grow from 0.2 seconds: without them there would be thousands of calls, and with pauses of
            // equal length seven.
            Assert.InRange(etcd.CallsOf("Watch"), 2, 6);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);
        }
    }

    private static PutRequest PutOf(int number) => new()
    {
        Key = Google.Protobuf.ByteString.CopyFromUtf8(EtcdCluster.Key),
        Value = Google.Protobuf.ByteString.CopyFrom(StoreConfig.Bytes(number)),
    };
}
