using Slowroll.Servers.Tests.Servers;
using Slowroll.Servers.Tests.Stores;

namespace Slowroll.Servers.Tests.Etcd;

/// <summary>What a writer promises, whatever the members do.</summary>
public class EtcdWriterTests
{
    [ServerFact("etcd")]
    public async Task A_write_that_a_member_gets_late_replaces_no_later_config()
    {
        await using var cluster = await EtcdCluster.StartAsync();
        await cluster.PublishAsync(1);
        await using var late = new LateMember(new Uri(cluster.Endpoints).Port, StoreConfig.Bytes(2));
        var endpoints = $"http://{late.Start()},{cluster.Endpoints}";

        // A writer asks any of the members first.
        while (!late.Holds)
        {
            using EtcdConfigWriter writer = new(
                endpoints, EtcdCluster.Key, new() { MemberTimeout = TimeSpan.FromSeconds(2) });
            await writer.PublishAsync(StoreConfig.Bytes(2));
        }

        await cluster.PublishAsync(3);
        await late.ReleaseAsync();

        using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key);
        Assert.Equal(StoreConfig.Bytes(3), (await source.FetchAsync(null, default)).Utf8Json.ToArray());
    }

    [ServerFact("etcd")]
    public async Task Writers_who_publish_at_once_all_publish()
    {
        await using var cluster = await EtcdCluster.StartAsync();
        var revisions = await Task.WhenAll(Enumerable.Range(1, 8).Select(async number =>
        {
            using EtcdConfigWriter writer = new(cluster.Endpoints, EtcdCluster.Key);
            return (Number: number, Revision: await writer.PublishAsync(StoreConfig.Bytes(number)));
        }));

        var last = revisions.MaxBy(each => each.Revision);
        Assert.Equal(revisions.Length, revisions.DistinctBy(each => each.Revision).Count());
        using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key);
        Assert.Equal(StoreConfig.Bytes(last.Number), (await source.FetchAsync(null, default)).Utf8Json.ToArray());
    }
}
