using System.Globalization;
using System.Runtime.CompilerServices;
using Slowroll.Tests.Servers;

namespace Slowroll.Tool.Tests.EndToEnd;

/// <summary>The script of docs/recipes/config-repository.md runs as it is, and programs fetch what it
/// uploads.</summary>
public sealed class ConfigRepositoryTests : IAsyncLifetime, IDisposable
{
    private readonly Workspace _repository = new();
    private LoopbackServer? _server;

    private static string Script => Path.Combine(
        Path.GetDirectoryName(ThisFile())!, "../../../docs/recipes/config-repository.sh");

    public async Task InitializeAsync()
    {
        _repository.Write("app.schema.json", Workspace.Schema);
        _repository.Write("served.json", Config("5d"));
        _repository.Write("fleet.txt", string.Join('\n', Enumerable.Range(0, 100).Select(number => $"web-{number}")));
        _server = await LoopbackServer.StartAsync(async context =>
            await context.Response.Body.WriteAsync(await File.ReadAllBytesAsync(_repository["served.json"])));
    }

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_change_that_takes_nothing_away_is_reviewed_and_published()
    {
        _repository.Write("app.json", Config("3d"));

        var review = await RunAsync("review");
        Assert.Equal(Config("5d"), File.ReadAllText(_repository["served.json"]));
        var publish = await RunAsync("publish");

        Assert.Equal((0, 0), (review.ExitCode, publish.ExitCode));
        Assert.StartsWith("### 1 of 1 flag differs", File.ReadAllText(_repository["comment.md"]),
            StringComparison.Ordinal);
        Assert.Contains("of 100 hosts", review.Output, StringComparison.Ordinal);
        Assert.Equal(Config("3d"), File.ReadAllText(_repository["served.json"]));
    }

    [Fact]
    public async Task A_change_that_takes_new_away_is_not_published_unless_it_is_allowed()
    {
        _repository.Write("app.json", Config("50d"));

        var refused = await RunAsync("publish");
        var comment = File.ReadAllText(_repository["comment.md"]);
        var served = File.ReadAllText(_repository["served.json"]);
        var allowed = await RunAsync("publish", "ALLOW_LOSS=true");

        Assert.Equal((1, 0), (refused.ExitCode, allowed.ExitCode));
        Assert.StartsWith("### :warning: ", comment, StringComparison.Ordinal);
        Assert.Equal(Config("5d"), served);
        Assert.Equal(Config("50d"), File.ReadAllText(_repository["served.json"]));
    }

    [Theory]
    [InlineData("{ \"features\": { \"on\": { \"stable\": 1 } } }", 1, "SLOW3004")]
    [InlineData("{ \"features\": ", 1, "SLOW3001")]
    public async Task A_mistake_is_not_published(string config, int exitCode, string rule)
    {
        _repository.Write(
            "app.json", config.Replace("{ \"f", "{ \"$schema\": \"app.schema.json\", \"f", StringComparison.Ordinal));

        var run = await RunAsync("publish");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(rule, run.Output, StringComparison.Ordinal);
        Assert.Equal(Config("5d"), File.ReadAllText(_repository["served.json"]));
    }

    [Fact]
    public async Task An_expectation_that_does_not_hold_stops_the_upload()
    {
        _repository.Write("app.json", Config("3d"));
        _repository.Write("app.test.json", """
            {
              "config": "app.json",
              "expectations": [{ "flag": "features.on", "host": "web-1", "has": "new", "by": "2020-01-01" }]
            }
            """);

        var run = await RunAsync("publish");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("web-1 has stable then", run.Output, StringComparison.Ordinal);
        Assert.Equal(Config("5d"), File.ReadAllText(_repository["served.json"]));
    }

    [Fact]
    public async Task Without_the_live_config_nothing_is_published()
    {
        _repository.Write("app.json", Config("3d"));

        var run = await RunAsync("publish", "LIVE_URL=http://127.0.0.1:1/");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(Config("5d"), File.ReadAllText(_repository["served.json"]));
    }

    [Fact]
    public async Task The_first_upload_needs_no_live_config()
    {
        _repository.Write("app.json", Config("3d"));

        var run = await RunAsync("publish", "LIVE_URL=http://127.0.0.1:1/ FIRST_UPLOAD=true");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Config("3d"), File.ReadAllText(_repository["served.json"]));
    }

    // A ramp that runs now: the script asks the clock.
    private static string Config(string duration)
    {
        var start = DateTime.UtcNow.Date.AddDays(-2).ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
        return $$"""
            { "$schema": "app.schema.json", "features": {
              "on": { "stable": false, "new": true, "start_time": "{{start}}", "duration": "{{duration}}" } } }
            """;
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string step, string variables = "") =>
        ToolProcess.RunAsync(
            "export -f slowroll; export CONFIG=app.json HOSTS=fleet.txt UPLOAD='cp \"$CONFIG\" served.json' "
                + $"LIVE_URL={_server!.Url} {variables}; bash '{Script}' {step}",
            _repository[""]);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
