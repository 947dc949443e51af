using System.Text;
using Microsoft.AspNetCore.Http;
using Slowroll.Tests.Servers;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.EndToEnd;

/// <summary>A real server, a real disk, the live config.</summary>
public sealed class EndToEndTests : IDisposable
{
    private readonly TemporaryDirectory _cache = new();
    private volatile string _body = Config(1);
    private volatile string _etag = "\"1\"";

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task A_config_is_fetched_kept_by_its_etag_and_replaced_when_it_changes()
    {
        await using var server = await LoopbackServer.StartAsync(Answer);
        await using var config = await OpenAsync(server.Url);
        Assert.Equal((1, ConfigOrigin.Source, "\"1\""), (Value(config), config.Status.Origin, config.Status.ETag));

        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        (_body, _etag) = (Config(2), "W/\"2\"");
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());

        Assert.Equal(2, Value(config));
        Assert.Equal([null, "\"1\"", "\"1\""], server.Requests.Select(request => request["If-None-Match"]));
    }

    [Fact]
    public async Task A_second_start_without_a_network_answers_from_the_cache()
    {
        var server = await LoopbackServer.StartAsync(Answer);
        await (await OpenAsync(server.Url)).DisposeAsync();
        await server.DisposeAsync();

        await using var config = await OpenAsync(server.Url);
        Assert.Equal((1, ConfigOrigin.Cache), (Value(config), config.Status.Origin));

        await config.RefreshAsync();
        Assert.Equal(1, Value(config));
        Assert.Contains("127.0.0.1", config.Status.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_start_asks_with_the_cached_etag()
    {
        await using var server = await LoopbackServer.StartAsync(Answer);
        await (await OpenAsync(server.Url)).DisposeAsync();

        await using var config = await OpenAsync(server.Url);
        await config.RefreshAsync();

        Assert.Equal("\"1\"", server.Requests[1]["If-None-Match"]);
        Assert.Equal(ConfigOrigin.Source, config.Status.Origin);
    }

    private Task Answer(HttpContext exchange)
    {
        exchange.Response.Headers.ETag = _etag;
        if (exchange.Request.Headers.IfNoneMatch == _etag)
            exchange.Response.StatusCode = 304;
        return exchange.Response.StatusCode == 200
            ? exchange.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(_body)).AsTask()
            : Task.CompletedTask;
    }

    private static int Value(SlowrollConfig config) => config.GetValue("s", "f", "key", -1);

    private Task<SlowrollConfig> OpenAsync(Uri url) => SlowrollConfig.OpenAsync(url, "test", new SlowrollOptions
    {
        CacheDirectory = _cache.Path,
        PollInterval = Timeout.InfiniteTimeSpan,
    });
}
