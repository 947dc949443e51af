using System.Text;
using Microsoft.AspNetCore.Http;
using Slowroll.Tests.Servers;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests;

/// <summary>A real server, a real disk, the live config.</summary>
public sealed class EndToEndTests : IDisposable
{
    private readonly TemporaryDirectory _cache = new();
    private volatile string _body = Config(1);
    private volatile string _etag = "\"1\"";
    private volatile int _status = 200;

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

    [Theory]
    [InlineData("other.json")]
    [InlineData("config.json?environment=staging")]
    public async Task The_cache_of_another_URL_is_not_used(string other)
    {
        await using var server = await LoopbackServer.StartAsync(Answer);
        await (await OpenAsync(server.Url)).DisposeAsync();
        _status = 500;

        await using var config = await OpenAsync(new Uri(server.Url, other));

        Assert.Equal((-1, ConfigOrigin.None), (Value(config), config.Status.Origin));
        Assert.Null(server.Requests[^1]["If-None-Match"]);
    }

    [Fact]
    public async Task A_rejected_body_is_not_cached_either()
    {
        await using var server = await LoopbackServer.StartAsync(Answer);
        await (await OpenAsync(server.Url)).DisposeAsync();
        (_body, _etag) = ("<html>Sign in to the hotel's network</html>", "\"hotel\"");
        await using (var config = await OpenAsync(server.Url))
        {
            Assert.Equal(RefreshOutcome.Rejected, await config.RefreshAsync());
            Assert.Contains("this is HTML", config.Status.LastError, StringComparison.Ordinal);
            Assert.Equal(1, Value(config));
        }

        await server.DisposeAsync();
        await using var later = await OpenAsync(server.Url);
        Assert.Equal((1, "\"1\""), (Value(later), later.Status.ETag));
    }

    [Fact]
    public async Task A_200_without_an_etag_is_taken_and_told_apart_by_its_bytes()
    {
        _etag = "";
        await using var server = await LoopbackServer.StartAsync(Answer);
        await using var config = await OpenAsync(server.Url);

        Assert.Equal(RefreshOutcome.Unchanged, await config.RefreshAsync());
        _body = Config(2);
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.Equal(2, Value(config));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_error_status_keeps_the_last_good_config_and_the_next_good_answer_is_taken(int status)
    {
        await using var server = await LoopbackServer.StartAsync(Answer);
        await using var config = await OpenAsync(server.Url);

        _status = status;
        Assert.Equal(RefreshOutcome.Failed, await config.RefreshAsync());
        Assert.Equal(1, Value(config));
        Assert.Contains(status.ToString(), config.Status.LastError, StringComparison.Ordinal);

        (_status, _body, _etag) = (200, Config(2), "\"2\"");
        Assert.Equal(RefreshOutcome.Updated, await config.RefreshAsync());
        Assert.Equal(2, Value(config));
    }

    [Fact]
    public async Task A_disk_that_can_not_be_written_only_logs()
    {
        await using var server = await LoopbackServer.StartAsync(Answer);
        var file = _cache["a file"];
        await File.WriteAllTextAsync(file, "in the directory's place");

        await using var config = await SlowrollConfig.OpenAsync(server.Url, "test", new SlowrollOptions { CacheDirectory = file });

        Assert.Equal(1, Value(config));
    }

    private Task Answer(HttpContext exchange)
    {
        exchange.Response.StatusCode = _status;
        if (_etag.Length > 0)
            exchange.Response.Headers.ETag = _etag;
        if (_etag.Length > 0 && _status == 200 && exchange.Request.Headers.IfNoneMatch == _etag)
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
