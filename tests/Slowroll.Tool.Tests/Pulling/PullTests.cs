using System.IO.Compression;
using Slowroll.Tests.Servers;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Pulling;

/// <summary>What becomes of the snapshot when a config comes.</summary>
public sealed class PullTests : IDisposable
{
    private const string Config = """{ "features": { "on": { "stable": true } } }""";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task The_first_pull_writes_the_snapshot()
    {
        await using var server = await LoopbackServer.StartAsync(Config);

        var run = await _workspace.PullAsync(server.Url);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Equal(Config, await File.ReadAllTextAsync(_workspace.Snapshot));
    }

    [Fact]
    public async Task It_says_what_it_did_with_which_file()
    {
        await using var server = await LoopbackServer.StartAsync(Config);

        var run = await _workspace.PullAsync(server.Url);

        Assert.Equal(
            $"{_workspace.Snapshot}: fetched from {server.Url}; look at the difference before you commit it.",
            run.Output.TrimEnd());
    }

    [Fact]
    public async Task The_snapshot_has_every_byte_of_the_server()
    {
        byte[] config =
            [0xEF, 0xBB, 0xBF, .. "{\r\n  // kept\r\n  \"features\": { \"é\": { \"stable\": 1, }, },\t\r\n}\r\n\r\n"u8];
        await using var server = await LoopbackServer.StartAsync(config);

        await _workspace.PullAsync(server.Url);

        Assert.Equal(config, await File.ReadAllBytesAsync(_workspace.Snapshot));
    }

    [Fact]
    public async Task A_compressed_answer_is_written_decompressed()
    {
        using var body = new MemoryStream();
        await using (var gzip = new GZipStream(body, CompressionLevel.Fastest))
            gzip.Write("""{ "features": {} }"""u8);
        await using var server = await LoopbackServer.StartAsync(body.ToArray(), ("Content-Encoding", "gzip"));

        await _workspace.PullAsync(server.Url);

        Assert.Equal("""{ "features": {} }""", await File.ReadAllTextAsync(_workspace.Snapshot));
    }

    [Fact]
    public async Task A_redirect_is_followed()
    {
        await using var server = await LoopbackServer.StartAsync(Config);
        await using var old = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect(server.Url.AbsoluteUri);
            return Task.CompletedTask;
        });

        await _workspace.PullAsync(old.Url);

        Assert.Equal(Config, await File.ReadAllTextAsync(_workspace.Snapshot));
    }

    [Fact]
    public async Task A_new_config_replaces_the_old_one()
    {
        await File.WriteAllTextAsync(_workspace.Snapshot, "{}");
        await using var server = await LoopbackServer.StartAsync(Config);

        await _workspace.PullAsync(server.Url);

        Assert.Equal(Config, await File.ReadAllTextAsync(_workspace.Snapshot));
    }

    [Fact]
    public async Task The_same_config_leaves_the_files_time_alone()
    {
        var written = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        await File.WriteAllTextAsync(_workspace.Snapshot, Config);
        File.SetLastWriteTimeUtc(_workspace.Snapshot, written);
        await using var server = await LoopbackServer.StartAsync(Config);

        var run = await _workspace.PullAsync(server.Url);

        Assert.Equal(written, File.GetLastWriteTimeUtc(_workspace.Snapshot));
        Assert.Contains("still what", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_snapshot_is_repaired()
    {
        await File.WriteAllTextAsync(_workspace.Snapshot, "<<<<<<< HEAD");
        await using var server = await LoopbackServer.StartAsync(Config);

        await _workspace.PullAsync(server.Url);

        Assert.Equal(Config, await File.ReadAllTextAsync(_workspace.Snapshot));
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_created()
    {
        await using var server = await LoopbackServer.StartAsync(Config);

        await Workspace.RunAsync("pull", server.Url.AbsoluteUri, _workspace["live/eu/app.json"]);

        Assert.Equal(Config, await File.ReadAllTextAsync(_workspace["live/eu/app.json"]));
    }

    [Fact]
    public async Task Nothing_is_left_beside_the_snapshot()
    {
        await using var server = await LoopbackServer.StartAsync(Config);

        await Workspace.RunAsync("pull", server.Url.AbsoluteUri, _workspace.Snapshot);

        Assert.Equal(["app_features.json"], _workspace.Files);
    }

    [Fact]
    public async Task The_target_of_a_link_is_written_and_the_link_stays()
    {
        await File.WriteAllTextAsync(_workspace["real.json"], "{}");
        File.CreateSymbolicLink(_workspace.Snapshot, _workspace["real.json"]);
        await using var server = await LoopbackServer.StartAsync(Config);

        await _workspace.PullAsync(server.Url);

        Assert.Equal(_workspace["real.json"], new FileInfo(_workspace.Snapshot).LinkTarget);
        Assert.Equal(Config, await File.ReadAllTextAsync(_workspace["real.json"]));
    }

    [Fact]
    public async Task The_permissions_of_the_snapshot_stay()
    {
        if (OperatingSystem.IsWindows())
            return;

        const UnixFileMode mode = UnixFileMode.UserRead
            | UnixFileMode.UserWrite
            | UnixFileMode.GroupRead
            | UnixFileMode.GroupWrite;
        await File.WriteAllTextAsync(_workspace.Snapshot, "{}");
        File.SetUnixFileMode(_workspace.Snapshot, mode);
        await using var server = await LoopbackServer.StartAsync(Config);

        await _workspace.PullAsync(server.Url);

        Assert.Equal(mode, File.GetUnixFileMode(_workspace.Snapshot));
    }
}
