using Slowroll.Servers.Tests.Servers;
using Slowroll.Servers.Tests.Stores;

namespace Slowroll.Servers.Tests.Etcd;

/// <summary>etcd is killed at each step, and comes back.</summary>
public class EtcdOutageTests
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    [ServerFact("etcd")]
    public async Task Before_opening_the_program_starts_with_defaults_and_gets_the_config_when_etcd_is_there()
    {
        await using var cluster = EtcdCluster.NotYetStarted(1, "http");
        using Lines log = new();
        using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key);
        await using var config = await StoreConfig.OpenAsync(source, Poll, log);
        Assert.Equal(-1, config.Number());
        await config.FailsAsync("can't be reached");

        await cluster.StartAgainAsync();
        await cluster.PublishAsync(1);
        await config.HasAsync(1);

        await Eventually.IsAsync(() => log.With("works again after").Count > 0, "it is logged");
    }

    [ServerFact("etcd")]
    public async Task During_the_first_fetch_nothing_hangs()
    {
        await using var cluster = await EtcdCluster.StartAsync();
        await cluster.PublishAsync(1);
        using EtcdConfigSource source = new(
            cluster.Endpoints, EtcdCluster.Key, new() { MemberTimeout = TimeSpan.FromSeconds(1) });
        cluster.Members[0].Hang();
        await using var config = await StoreConfig.OpenAsync(source, Poll);
        Assert.Equal(-1, config.Number());
        await config.FailsAsync("didn't answer in time");

        await cluster.Members[0].KillAsync();
        await cluster.StartAgainAsync();
        await config.HasAsync(1);
    }

    [ServerFact("etcd")]
    public async Task While_it_is_watched_the_last_good_config_stays_and_the_watch_works_again()
    {
        await using var cluster = await EtcdCluster.StartAsync();
        await cluster.PublishAsync(1);
        using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key);
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);

        for (var number = 2; number < 5; number++)
        {
            await cluster.Members[0].KillAsync();
            Assert.Equal(number - 1, config.Number());
            await cluster.StartAgainAsync();
            await cluster.PublishAsync(number);
            await config.HasAsync(number);
        }
    }

    [ServerFact("etcd")]
    public async Task After_an_outage_a_change_comes_with_the_next_poll()
    {
        await using var cluster = await EtcdCluster.StartAsync();
        await cluster.PublishAsync(1);
        using Lines log = new();
        using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key);
        await using var config = await StoreConfig.OpenAsync(new PollingOnly(source), Poll, log);
        await cluster.Members[0].KillAsync();
        await config.FailsAsync("can't be reached");
        Assert.Equal(1, config.Number());
        await cluster.StartAgainAsync();
        await cluster.PublishAsync(2);
        await config.HasAsync(2);

        Assert.NotEmpty(log.With(
            $"The config could not be refreshed from flags/app of etcd at {cluster.Endpoints}/; the last good one "
            + $"stays. etcd at {cluster.Endpoints}/ can't be reached"));
    }

    [ServerFact("etcd")]
    public async Task Killed_while_somebody_publishes_it_ends_with_what_etcd_has()
    {
        await using var cluster = await EtcdCluster.StartAsync();
        await cluster.PublishAsync(1);
        using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key);
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);
        using EtcdConfigWriter writer = new(cluster.Endpoints, EtcdCluster.Key);
        var published = Task.Run(async () =>
        {
            for (var number = 2; ; number++)
                await writer.PublishAsync(StoreConfig.Bytes(number));
        });
        await Eventually.IsAsync(() => config.Number() > 20, "some are published");
        await cluster.Members[0].KillAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => published);
        await cluster.StartAgainAsync();

        using EtcdConfigSource other = new(cluster.Endpoints, EtcdCluster.Key);
        var kept = await other.FetchAsync(null, default);
        using var expected = SlowrollConfig.FromJson(kept.Utf8Json);
        await config.HasAsync(expected.Number());
    }

    [ServerFact("etcd")]
    public async Task A_start_from_the_disk_cache_needs_no_etcd()
    {
        using TemporaryDirectory cache = new();
        await using var cluster = await EtcdCluster.StartAsync();
        await cluster.PublishAsync(1);
        for (var start = 1; start <= 2; start++)
        {
            using EtcdConfigSource source = new(cluster.Endpoints, EtcdCluster.Key);
            await using var config = await SlowrollConfig.OpenAsync(
                source, "test", new() { CacheDirectory = cache.Path, PollInterval = StoreConfig.Never });
            Assert.Equal(1, config.Number());
            if (start == 1)
                await cluster.Members[0].KillAsync();
        }
    }

    [ServerFact("etcd")]
    public async Task Of_three_members_one_may_be_lost_and_after_two_the_last_good_config_stays()
    {
        await using var cluster = await EtcdCluster.StartAsync(3);
        await cluster.PublishAsync(1);
        using CapturedConsole console = new();
        using EtcdConfigSource source = new(
            cluster.Endpoints, EtcdCluster.Key, new() { MemberTimeout = TimeSpan.FromMilliseconds(500) });
        await using var config = await StoreConfig.OpenAsync(source, TimeSpan.FromSeconds(1));
        var number = 1;
        foreach (var member in cluster.Members)
        {
            await member.KillAsync();
            await cluster.PublishAsync(++number);
            await config.HasAsync(number);
            await cluster.StartAgainAsync(member);
        }

        await cluster.PublishAsync(++number);
        await config.HasAsync(number);
        await cluster.Members[0].KillAsync();
        await cluster.Members[1].KillAsync();
        await config.FailsAsync("etcd at");
        Assert.Equal(number, config.Number());
        await cluster.StartAgainAsync(cluster.Members[0]);
        await cluster.StartAgainAsync(cluster.Members[1]);
        await cluster.PublishAsync(++number);
        await config.HasAsync(number);

        Assert.Equal("", console.Written);
    }

    /// <summary>Hides that a source can be watched.</summary>
    private sealed class PollingOnly(IConfigSource source) : IConfigSource
    {
        public string Name => source.Name;

        public ValueTask<FetchResult> FetchAsync(string? etag, CancellationToken cancellationToken) =>
            source.FetchAsync(etag, cancellationToken);
    }
}
