namespace Slowroll.Tool.Tests.Pulling;

public sealed class ETagTests : IDisposable
{
    private const string Config = """{ "features": { "on": { "stable": true } } }""";

    private readonly Pull _pull = new();
    private string _etag = "\"1\"";
    private string _body = Config;

    [Fact]
    public async Task What_is_unchanged_is_not_sent_again()
    {
        await using var server = await StartAsync();
        await _pull.AgainFromAsync(server.Url);
        var written = DateTime.UtcNow.AddDays(-1);
        File.SetLastWriteTimeUtc(_pull.Path, written);

        var (exitCode, output, _) = await _pull.AgainFromAsync(server.Url);

        Assert.Equal("\"1\"", server.Requests[1]["If-None-Match"]);
        Assert.Equal((0, $"{_pull.Path}: unchanged"), (exitCode, output.Trim()));
        Assert.Equal(written, File.GetLastWriteTimeUtc(_pull.Path));
    }

    [Fact]
    public async Task A_new_config_comes_with_its_new_ETag()
    {
        await using var server = await StartAsync();
        await _pull.AgainFromAsync(server.Url);
        (_etag, _body) = ("\"2\"", "{}");

        await _pull.AgainFromAsync(server.Url);
        await _pull.AgainFromAsync(server.Url);

        Assert.Equal("{}", _pull.Text);
        Assert.Equal([null, "\"1\"", "\"2\""], server.Requests.Select(request => request["If-None-Match"]));
    }

    [Fact]
    public async Task A_snapshot_that_somebody_edited_is_fetched_anew()
    {
        await using var server = await StartAsync();
        await _pull.AgainFromAsync(server.Url);
        _pull.Text = "{}";

        await _pull.AgainFromAsync(server.Url);

        Assert.Null(server.Requests[1]["If-None-Match"]);
        Assert.Equal(Config, _pull.Text);
    }

    [Fact]
    public async Task A_snapshot_that_is_gone_is_fetched_anew()
    {
        await using var server = await StartAsync();
        await _pull.AgainFromAsync(server.Url);
        File.Delete(_pull.Path);

        await _pull.AgainFromAsync(server.Url);

        Assert.Equal(Config, _pull.Text);
    }

    [Fact]
    public async Task Another_address_is_asked_without_the_ETag_of_the_old_one()
    {
        await using var server = await StartAsync();
        await _pull.AgainFromAsync(server.Url);

        await _pull.AgainFromAsync(new(server.Url, "/moved.json"));

        Assert.Null(server.Requests[1]["If-None-Match"]);
    }

    [Fact]
    public async Task A_config_that_can_not_be_read_takes_neither_the_snapshot_nor_its_ETag()
    {
        await using var server = await StartAsync();
        await _pull.AgainFromAsync(server.Url);
        (_etag, _body) = ("\"2\"", "{");

        await _pull.AgainFromAsync(server.Url);
        await _pull.AgainFromAsync(server.Url);

        Assert.Equal(Config, _pull.Text);
        Assert.Equal("\"1\"", server.Requests[2]["If-None-Match"]);
    }

    [Fact]
    public async Task ETags_that_can_not_be_kept_cost_a_whole_fetch()
    {
        File.WriteAllText(_pull["etags"], "a file where a folder should be");
        await using var server = await StartAsync();
        await _pull.AgainFromAsync(server.Url);

        var (exitCode, _, _) = await _pull.AgainFromAsync(server.Url);

        Assert.Equal(0, exitCode);
        Assert.Null(server.Requests[1]["If-None-Match"]);
    }

    public void Dispose() => _pull.Dispose();

    private Task<LoopbackServer> StartAsync() => LoopbackServer.StartAsync(context =>
    {
        context.Response.Headers.ETag = _etag;
        if (context.Request.Headers.IfNoneMatch == _etag)
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        }

        return context.Response.WriteAsync(_body);
    });
}
