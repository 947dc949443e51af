using Slowroll.Servers.Tests.Stores;
using Xunit.Abstractions;
using ZooKeeperSample;
using ZooKeeperSample.Native;

namespace Slowroll.Servers.Tests.ZooKeeper;

/// <summary>The sample, against the real server.</summary>
public class ZooKeeperTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    [ZooKeeperFact]
    public async Task A_change_is_in_force_without_a_poll()
    {
        await using var server = await ZooKeeperServer.StartAsync();
        using ZooKeeperConfigSource source = new(server.Address, ZooKeeperServer.Node);
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);
        Assert.Equal("The node doesn't exist: create it with the config.", config.Status.LastError);
        using ZooKeeperConfigSource writer = new(server.Address, ZooKeeperServer.Node);

        for (var number = 1; number < 10; number++)
        {
            Assert.True(await writer.PublishAsync(StoreConfig.Bytes(number), ZooKeeperConfigSource.AnyVersion));
            var latency = await config.HasAsync(number);
            output.WriteLine($"In force {latency.TotalMilliseconds:0.0} ms after it was written.");
        }
    }

    [ZooKeeperFact]
    public async Task What_is_no_JSON_is_rejected_once_and_of_two_writers_the_second_is_told()
    {
        await using var server = await ZooKeeperServer.StartAsync();
        await server.PublishAsync(1);
        using ZooKeeperConfigSource source = new(server.Address, ZooKeeperServer.Node);
        CountedSource counted = new(source);
        await using var config = await StoreConfig.OpenAsync(counted, StoreConfig.Never);
        await server.PublishAsync("<html>"u8.ToArray());
        await config.FailsAsync("not JSON");
        Assert.Equal(1, config.Number());
        await server.PublishAsync(2);
        await config.HasAsync(2);
        Assert.Equal(3, counted.Fetches);

        using ZooKeeperConfigSource other = new(server.Address, ZooKeeperServer.Node);
        var version = (await other.Session.GetAsync(ZooKeeperServer.Node)).Version;
        Assert.True(await other.PublishAsync(StoreConfig.Bytes(3), version));
        Assert.False(await source.PublishAsync(StoreConfig.Bytes(4), version));
        await config.HasAsync(3);
    }

    [ZooKeeperFact]
    public async Task Killed_at_each_step_it_loses_nothing_and_nothing_writes_to_the_console()
    {
        using TemporaryDirectory cache = new();
        await using var server = await ZooKeeperServer.StartAsync();
        await server.PublishAsync(1);
        using CapturedConsole console = new();
        using ZooKeeperConfigSource source = new(server.Address, ZooKeeperServer.Node);

        server.Hang();
        await using var hung = await StoreConfig.OpenAsync(source, Poll);
        Assert.Equal(-1, hung.Number());
        await server.KillAsync();
        await server.StartAgainAsync();
        await hung.HasAsync(1);
        await hung.DisposeAsync();

        using ZooKeeperConfigSource watched = new(server.Address, ZooKeeperServer.Node);
        SlowrollOptions options = new() { CacheDirectory = cache.Path, PollInterval = StoreConfig.Never };
        await using (var config = await SlowrollConfig.OpenAsync(watched, "test", options))
        {
            for (var number = 2; number < 4; number++)
            {
                await server.KillAsync();
                Assert.Equal(number - 1, config.Number());
                await server.StartAgainAsync();
                await server.PublishAsync(number);
                await config.HasAsync(number);
            }
        }

        await server.KillAsync();
        using ZooKeeperConfigSource offline = new(server.Address, ZooKeeperServer.Node);
        await using var cached = await SlowrollConfig.OpenAsync(offline, "test", options);
        Assert.Equal(3, cached.Number());
        Assert.Equal("", console.Written);
    }

    [ZooKeeperFact]
    public async Task After_its_session_has_expired_the_source_begins_another_one()
    {
        await using var server = await ZooKeeperServer.StartAsync();
        await server.PublishAsync(1);
        using ZooKeeperConfigSource source = new(server.Address, ZooKeeperServer.Node);
        await using var config = await StoreConfig.OpenAsync(source, StoreConfig.Never);
        var session = source.Session;
        for (var attempt = 0; attempt < 20 && !session.IsOver; attempt++)
            await TakeAndEndAsync(server.Address, session);
        await Eventually.IsAsync(() => session.IsOver, "the session has expired");

        await server.PublishAsync(2);
        await config.HasAsync(2);
        Assert.NotSame(session, source.Session);
    }

    // Whoever has a session's id and password may take it over; when he ends it, it is over for both. The source may
    // take it back before that: then it goes on.
    private static async Task TakeAndEndAsync(string address, Session session)
    {
        const int Connected = 3;
        const int Expired = -112;
        nint thief;
        unsafe
        {
            thief = ZooKeeperLibrary.zookeeper_init(
                address, null, 6_000, ZooKeeperLibrary.zoo_client_id(session.Handle), 0, 0);
        }

        await Eventually.IsAsync(
            () => session.IsOver || ZooKeeperLibrary.zoo_state(thief) is Connected or Expired,
            "the session is taken over");
        _ = ZooKeeperLibrary.zookeeper_close(thief);
        for (var look = 0; look < 100 && !session.IsOver; look++)
            await Task.Delay(20);
    }
}
