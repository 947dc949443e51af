using Microsoft.AspNetCore.Http;
using Slowroll.Tests.Servers;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Pulling;

/// <summary>When the server is asked whether anything has changed, and when for the whole config.</summary>
public sealed class PulledVersionTests : IAsyncLifetime, IDisposable
{
    private const string Config = """{ "features": {} }""";

    private readonly Workspace _workspace = new();
    private LoopbackServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.ETag = "\"one\"";
            if (context.Request.Headers.IfNoneMatch != "\"one\"")
                return context.Response.WriteAsync(Config);

            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        });
        await _workspace.PullAsync(_server.Url);
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void The_first_request_has_no_condition() => Assert.Null(_server.Requests[^1]["If-None-Match"]);

    [Fact]
    public async Task The_second_request_has_the_ETag_of_the_first_answer()
    {
        await _workspace.PullAsync(_server.Url);

        Assert.Equal("\"one\"", _server.Requests[^1]["If-None-Match"]);
    }

    [Fact]
    public async Task An_answer_of_304_is_a_success_that_leaves_the_files_time_alone()
    {
        var written = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_workspace.Snapshot, written);

        var run = await _workspace.PullAsync(_server.Url);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Equal(written, File.GetLastWriteTimeUtc(_workspace.Snapshot));
    }

    [Fact]
    public async Task A_snapshot_that_was_edited_is_fetched_in_full()
    {
        await File.AppendAllTextAsync(_workspace.Snapshot, " ");

        await _workspace.PullAsync(_server.Url);

        Assert.Null(_server.Requests[^1]["If-None-Match"]);
        Assert.Equal(Config, await File.ReadAllTextAsync(_workspace.Snapshot));
    }

    [Fact]
    public async Task A_deleted_snapshot_is_fetched_in_full()
    {
        File.Delete(_workspace.Snapshot);

        await _workspace.PullAsync(_server.Url);

        Assert.Null(_server.Requests[^1]["If-None-Match"]);
        Assert.Equal(Config, await File.ReadAllTextAsync(_workspace.Snapshot));
    }

    [Fact]
    public async Task Another_URL_is_not_asked_with_the_ETag_of_the_first()
    {
        await _workspace.PullAsync(new Uri(_server.Url, "?environment=staging"));

        Assert.Null(_server.Requests[^1]["If-None-Match"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{ \"Source\": 7 }")]
    [InlineData("\"one\"")]
    public async Task A_version_file_that_can_not_be_read_counts_as_none(string text)
    {
        await File.WriteAllTextAsync(_workspace.ETagFile, text);

        var run = await _workspace.PullAsync(_server.Url);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Null(_server.Requests[^1]["If-None-Match"]);
    }

    [Fact]
    public async Task Without_a_version_file_every_pull_is_in_full()
    {
        await Workspace.RunAsync("pull", _server.Url.AbsoluteUri, _workspace.Snapshot);

        Assert.Null(_server.Requests[^1]["If-None-Match"]);
    }

    [Fact]
    public async Task A_version_that_can_not_be_kept_is_a_warning_and_the_snapshot_is_written()
    {
        File.Delete(_workspace.Snapshot);
        File.Delete(_workspace.ETagFile);
        Directory.CreateDirectory(_workspace.ETagFile);

        var run = await _workspace.PullAsync(_server.Url);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains(
            ": warning SLOW4001: The config's version can't be stored", run.Error, StringComparison.Ordinal);
        Assert.Equal(Config, await File.ReadAllTextAsync(_workspace.Snapshot));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("\"a\", \"b\"")]
    public async Task Survive_4_and_5_a_version_that_is_a_star_or_a_list_is_not_asked_with(string etag)
    {
        await using var server = RawServer.Start(RawAnswer.Of("200 OK", $"ETag: {etag}\r\n", Config));
        await _workspace.PullAsync(server.Url);

        await _workspace.PullAsync(server.Url);

        Assert.Null(server.LastCondition());
    }

    [Fact]
    public async Task Survive_4_and_5_a_server_that_can_not_bear_the_version_is_asked_without_it()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch.Count > 0 ? 431 : 200;
            context.Response.Headers.ETag = "\"one\"";
            return context.Response.StatusCode == 200 ? context.Response.WriteAsync(Config) : Task.CompletedTask;
        });
        await _workspace.PullAsync(server.Url);

        Assert.Equal(ExitCode.Success, (await _workspace.PullAsync(server.Url)).ExitCode);
    }

    [Fact]
    public async Task The_version_file_does_not_contain_the_URL()
    {
        await _workspace.PullAsync(
            new Uri(_server.Url.AbsoluteUri.Replace("//", "//ada:secret@", StringComparison.Ordinal) + "?key=hidden"));

        var kept = await File.ReadAllTextAsync(_workspace.ETagFile);
        Assert.DoesNotContain("secret", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", kept, StringComparison.Ordinal);
    }
}
