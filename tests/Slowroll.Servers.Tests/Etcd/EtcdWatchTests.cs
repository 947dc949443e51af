using Etcdserverpb;
using Google.Protobuf;
using Slowroll.Servers.Tests.Servers;
using Slowroll.Servers.Tests.Stores;
using Xunit.Abstractions;

namespace Slowroll.Servers.Tests.Etcd;

/// <summary>While etcd is there: nothing is polled, so that each change has come through the watch.</summary>
public class EtcdWatchTests(ITestOutputHelper output)
{
    [ServerFact("etcd")]
    public async Task A_change_is_in_force_without_a_poll()
    {
        await using var cluster = await EtcdCluster.StartAsync();
        await cluster.PublishAsync(1);
        using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key);
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);
        Assert.Equal(1, config.Number());
        Assert.Matches("^2-[0-9A-F]{16}$", config.Status.ETag);

        using EtcdConfigWriter writer = new(cluster.Endpoints, EtcdCluster.Key);
        for (var number = 2; number < 12; number++)
        {
            await writer.PublishAsync(StoreConfig.Bytes(number));
            var latency = await config.HasAsync(number);
            output.WriteLine($"In force {latency.TotalMilliseconds:0.0} ms after it was written.");
        }
    }

    [ServerFact("etcd")]
    public async Task What_is_no_config_is_rejected_once_and_the_next_config_is_in_force()
    {
        await using var cluster = await EtcdCluster.StartAsync();
        using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key, new() { MaxConfigBytes = 1_000 });
        CountedSource counted = new(source);
        await using var config = await StoreConfig.OpenAsync(counted, StoreConfig.Never);
        Assert.StartsWith("There is no flags/app in etcd at http:", config.Status.LastError, StringComparison.Ordinal);
        await cluster.PublishAsync(1);
        await config.HasAsync(1);

        await cluster.PutAsync("<html>"u8.ToArray());
        await config.FailsAsync("not JSON");
        await cluster.PutAsync(new byte[] { 0xff, 0x00, 0x0a });
        await config.FailsAsync("not UTF-8");
        Assert.Equal(1, config.Number());
        await cluster.PublishAsync(2);
        await config.HasAsync(2);
        Assert.Equal(5, counted.Fetches);

        await cluster.PutAsync(new byte[1_001]);
        await config.RefreshAsync();
        Assert.Contains("has 1001 bytes: at most 1000", config.Status.LastError, StringComparison.Ordinal);
        await cluster.PutAsync(new byte[1_000_000]);
        await config.RefreshAsync();
        Assert.Contains("EtcdConfigOptions.MaxConfigBytes", config.Status.LastError, StringComparison.Ordinal);
        await cluster.CallAsync(invoker => new KV.KVClient(invoker).DeleteRangeAsync(
            new DeleteRangeRequest { Key = ByteString.CopyFromUtf8(EtcdCluster.Key) }));
        await config.RefreshAsync();
        Assert.Contains("There is no flags/app", config.Status.LastError, StringComparison.Ordinal);
        Assert.Equal(2, config.Number());
        await cluster.PublishAsync(3);
        await config.HasAsync(3);
    }

    [ServerFact("etcd")]
    public async Task The_same_config_written_again_is_no_change_and_the_watch_goes_on()
    {
        await using var cluster = await EtcdCluster.StartAsync();
        await cluster.PublishAsync(1);
        using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key);
        CountedSource counted = new(source);
        await using var config = await StoreConfig.OpenAsync(counted, StoreConfig.Never);
        await cluster.PublishAsync(1);
        await cluster.PublishAsync(1);
        await cluster.PublishAsync(2);
        await config.HasAsync(2);

        Assert.Equal(2, counted.Fetches);
    }

    [ServerFact("etcd")]
    public async Task A_revision_that_is_compacted_is_read_again()
    {
        await using var cluster = await EtcdCluster.StartAsync();
        await cluster.PublishAsync(1);
        using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key);
        await source.FetchAsync(null, default);
        var fetched = await source.FetchAsync(null, default);
        for (var number = 2; number < 5; number++)
            await cluster.PublishAsync(number);
        await cluster.CallAsync(
            invoker => new KV.KVClient(invoker).CompactAsync(new CompactionRequest { Revision = 4 }));

        await source.WaitForChangeAsync(fetched.ETag, default);
        var next = await source.FetchAsync(fetched.ETag, default);
        Assert.Equal(StoreConfig.Bytes(4), next.Utf8Json.ToArray());
    }

    [ServerFact("etcd")]
    public async Task A_restored_cluster_with_the_same_revisions_brings_its_own_config()
    {
        await using var cluster = await EtcdCluster.StartAsync();
        await cluster.PublishAsync(1);
        using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key);
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);
        var before = config.Status.ETag;

        await cluster.Members[0].ForgetAsync();
        await cluster.StartAgainAsync();
        await cluster.PublishAsync(2);
        await config.HasAsync(2);

        Assert.Equal(before!.Split('-')[0], config.Status.ETag!.Split('-')[0]);
    }

    [ServerFact("etcd")]
    public async Task Of_two_writers_who_edit_one_revision_the_second_is_told()
    {
        await using var cluster = await EtcdCluster.StartAsync();
        using EtcdConfigWriter ada = new(cluster.Endpoints, EtcdCluster.Key);
        using EtcdConfigWriter grace = new(cluster.Endpoints, EtcdCluster.Key);

        Assert.NotNull(await ada.TryPublishAsync(StoreConfig.Bytes(1), replacedRevision: 0));
        Assert.Null(await grace.TryPublishAsync(StoreConfig.Bytes(2), replacedRevision: 0));
        var revision = await grace.GetRevisionAsync();
        Assert.NotNull(await grace.TryPublishAsync(StoreConfig.Bytes(3), revision));
        Assert.Null(await ada.TryPublishAsync(StoreConfig.Bytes(4), revision));
        await Assert.ThrowsAsync<ConfigFormatException>(() => ada.PublishAsync("<html>"u8.ToArray()));

        using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key);
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);
        Assert.Equal(3, config.Number());
    }
}
