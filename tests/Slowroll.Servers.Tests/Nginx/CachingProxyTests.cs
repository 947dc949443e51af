using System.Net;
using System.Net.Sockets;
using Slowroll.Servers.Tests.Servers;
using static Slowroll.Servers.Tests.Servers.OneFlagConfig;

namespace Slowroll.Servers.Tests.Nginx;

/// <summary>A caching proxy in front of the server: nginx, as a company or a CDN has one.</summary>
public sealed class CachingProxyTests : IDisposable
{
    private readonly AnswerLog _answers = new();
    private readonly Lines _log = new();

    [ServerFact("nginx")]
    public async Task A_change_arrives_once_the_proxy_asks_again()
    {
        await using var origin = await StartOriginAsync();
        await using var proxy = await StartProxyAsync(origin);
        await using var config = await OpenAsync(proxy);
        await RefreshUntilAsync(proxy, config, "REVALIDATED");

        origin.Write("config.json", Of(2), Written(2));
        await proxy.WaitUntilAsync(async () => await config.RefreshAsync() == RefreshOutcome.Updated);

        Assert.Equal((2, "EXPIRED"), (ValueIn(config), _answers.Last.Cache));
        Assert.Contains(_answers.All, answer => answer is { Status: 304, Cache: "HIT" });
        Assert.DoesNotContain(_answers.All, answer => answer.Status is not (200 or 304));
    }

    [ServerFact("nginx")]
    public async Task An_old_answer_of_the_proxy_while_the_server_is_down_counts_as_a_confirmation()
    {
        await using var origin = await StartOriginAsync();
        await using var proxy = await StartProxyAsync(origin);
        await using var config = await OpenAsync(proxy);
        var confirmedAt = config.Status.ConfirmedAt;

        await origin.StopAsync();
        await RefreshUntilAsync(proxy, config, "STALE");

        Assert.Equal(304, _answers.Last.Status);
        Assert.True(config.Status.ConfirmedAt > confirmedAt);
        Assert.Null(config.Status.LastError);
        Assert.Empty(_log.With("could not be refreshed"));

        origin.Write("config.json", Of(2), Written(2));
        await origin.StartAgainAsync();
        await proxy.WaitUntilAsync(async () => await config.RefreshAsync() == RefreshOutcome.Updated);
        Assert.Equal(2, ValueIn(config));
    }

    [ServerFact("nginx")]
    public async Task A_server_that_hangs_makes_the_proxy_slow_and_its_answer_old()
    {
        await using var origin = await StartOriginAsync();
        await using var proxy = await StartProxyAsync(origin);
        await using var config = await OpenAsync(proxy);

        await origin.StopAsync();
        using TcpListener silent = new(IPAddress.Loopback, origin.Port);
        silent.Start();
        await RefreshUntilAsync(proxy, config, "STALE");

        Assert.Equal((1, 0), (ValueIn(config), config.Status.ConsecutiveFailures));
        Assert.Empty(_log.With("could not be refreshed"));
    }

    [ServerTheory("nginx")]
    [InlineData(false, 502)]
    [InlineData(true, 504)]
    public async Task A_proxy_that_gives_no_old_answers_tells_that_the_server_is_down(bool hangs, int status)
    {
        await using var origin = await StartOriginAsync();
        await using var proxy = await StartProxyAsync(origin, stale: "off");
        await using var config = await OpenAsync(proxy);

        await origin.StopAsync();
        using TcpListener silent = new(IPAddress.Loopback, origin.Port);
        if (hangs)
            silent.Start();
        await proxy.WaitUntilAsync(async () => await config.RefreshAsync() == RefreshOutcome.Failed);

        Assert.Equal(1, ValueIn(config));
        Assert.Equal(
            $"{proxy.ConfigUrl} answered {status}: the fault is the server's, see its log.", config.Status.LastError);
        OutagesPage.Has(config.Status.LastError!.Replace("504", "502"), $"{proxy.ConfigUrl}");
    }

    [ServerFact("nginx")]
    public async Task A_cache_that_says_how_old_its_answer_is_confirms_no_more_than_that()
    {
        await using var origin = await StartOriginAsync();
        await using var proxy = await StartProxyAsync(origin, location: "add_header Age 7200 always;");
        var before = DateTimeOffset.UtcNow;
        await using var config = await SlowrollConfig.OpenAsync(proxy.ConfigUrl, "test", new()
        {
            UseDiskCache = false,
            PollInterval = Timeout.InfiniteTimeSpan,
            MaxStaleness = TimeSpan.FromHours(1),
            LoggerFactory = _log,
        });

        Assert.Equal(1, ValueIn(config));
        Assert.InRange(
            config.Status.ConfirmedAt!.Value, before.AddSeconds(-7200), DateTimeOffset.UtcNow.AddSeconds(-7200));
        Assert.NotNull(config.Status.RampsStoppedAt);
        Assert.Single(_log.With("Ramps stand still since "));
        Assert.Empty(_log.With("ahead of this machine's"));
    }

    [ServerFact("nginx")]
    public async Task Of_two_servers_that_disagree_the_last_answer_counts()
    {
        await using var server = await NginxServer.StartAsync(Balancer);
        await File.WriteAllTextAsync(Path.Combine(server["old"], "config.json"), Of(1));
        server.Write("config.json", Of(22), Written(2));
        await using var config = await OpenAsync(server);

        List<int> values = [];
        for (var poll = 0; poll < 6; poll++)
        {
            Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
            values.Add(ValueIn(config));
        }

        Assert.Equal([.. values[..2], .. values[..2], .. values[..2]], values);
        Assert.Equal([1, 22], values[..2].Order());
        Assert.Equal(7, _log.With($"A new config from {server.ConfigUrl} is in force (ETag: ").Count);
    }

    public void Dispose()
    {
        _answers.Dispose();
        _log.Dispose();
    }

    private static Task<NginxServer> StartOriginAsync() => NginxServer.StartAsync(server =>
    {
        server.Write("config.json", Of(1), Written(1));
        return NginxServer.Plain(server, "add_header Cache-Control max-age=1;");
    });

    private static Task<NginxServer> StartProxyAsync(
        NginxServer origin, string stale = "error timeout updating http_500 http_502 http_503 http_504",
        string location = "") =>
        NginxServer.StartAsync(
            server => NginxConf.CachingProxy(server.Listen, origin.Url, server["cache"], stale, location));

    // Two servers, of which one has an older config, and one that asks them in turns.
    private static string Balancer(NginxServer server)
    {
        int[] ports = [FreePort.Next(), FreePort.Next()];
        Directory.CreateDirectory(server["old"]);
        return $$"""
            {{NginxConf.Server($"127.0.0.1:{ports[0]}", server.Files)}}
            {{NginxConf.Server($"127.0.0.1:{ports[1]}", server["old"])}}
            upstream both { server 127.0.0.1:{{ports[0]}}; server 127.0.0.1:{{ports[1]}}; }
            {{NginxConf.Server(server.Listen, server.Files, "proxy_pass http://both;")}}
            """;
    }

    private Task<SlowrollConfig> OpenAsync(NginxServer server) =>
        OneFlagConfig.OpenAsync(server.ConfigUrl, _log, _answers.Client());

    private Task RefreshUntilAsync(NginxServer proxy, SlowrollConfig config, string cache) =>
        proxy.WaitUntilAsync(async () =>
        {
            Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
            return _answers.Last.Cache == cache;
        });
}
