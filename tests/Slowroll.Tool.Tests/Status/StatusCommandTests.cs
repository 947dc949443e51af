using System.Text.Json;
using Slowroll.Tests.Servers;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Status;

/// <summary>What <c>slowroll status</c>, <c>lock</c> and <c>locks</c> say of the files that the runtime
/// keeps.</summary>
public sealed class StatusCommandTests : IDisposable
{
    private readonly Workspace _workspace = new();

    private string Folder => _workspace["cache"];

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_cached_config_is_listed_with_its_URL_if_that_is_given()
    {
        var url = await KeepAsync();

        var run = await Workspace.RunAsync("status", $"{url}?token=s3cret", "--cache-dir", Folder);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains("1 cached config\n  MyApp_AppFeatures from ", run.Output, StringComparison.Ordinal);
        Assert.Contains("    1 flag, ETag \"v1\", last confirmed ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_URL_there_is_its_hash()
    {
        await KeepAsync();

        var run = await Workspace.RunAsync("status", "--cache-dir", Folder, "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        var config = json.RootElement.GetProperty("configs")[0];
        Assert.Equal(JsonValueKind.Null, config.GetProperty("url").ValueKind);
        Assert.Equal(64, config.GetProperty("sourceHash").GetString()!.Length);
        Assert.Equal(1, config.GetProperty("flags").GetInt32());
    }

    [Fact]
    public async Task A_lock_goes_to_the_only_program_there_is_and_the_runtime_takes_it()
    {
        var url = await KeepAsync();

        var run = await Workspace.RunAsync("lock", "features.on", "new", "--cache-dir", Folder);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        await using var config = await SlowrollConfig.OpenAsync(url, "MyApp.AppFeatures", Options());
        Assert.Equal("features.on", Assert.Single(config.Status.Locks).Flag);
        var locks = await Workspace.RunAsync(
            "locks", "--name", "MyApp.AppFeatures", "--cache-dir", Folder, "--format", "json");
        Assert.Contains("\"flag\": \"features.on\"", locks.Output, StringComparison.Ordinal);
        var status = await Workspace.RunAsync("status", "--cache-dir", Folder);
        Assert.Contains("features.on is locked to new", status.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("slowroll cache 2 x\n")]
    [InlineData("slowroll cache 1 0000\n{}\n")]
    [InlineData("##vso[x]\u001b[2J")]
    public async Task A_hostile_file_does_no_harm(string text)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, "evil\n##[x].cache");
        await File.WriteAllTextAsync(path, text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.CreateDirectory(Path.Combine(Folder, "folder.cache"));
        File.CreateSymbolicLink(Path.Combine(Folder, "link.cache"), "/dev/zero");
        await File.WriteAllTextAsync(Path.Combine(Folder, "x.cache.locks"), "secret text\na.b=new\n");

        var run = await Workspace.RunAsync("status", "--cache-dir", Folder);

        Assert.Equal((ExitCode.Found, ""), (run.ExitCode, run.Error));
        Assert.Contains("evil\\u000A\\u0023#[x].cache isn't used: it ", run.Output, StringComparison.Ordinal);
        Assert.Contains("folder.cache isn't used: it is a directory", run.Output, StringComparison.Ordinal);
        Assert.Contains("link.cache isn't used: it is a symbolic link", run.Output, StringComparison.Ordinal);
        Assert.Contains("a.b is locked to new", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cached_config_that_others_can_read_is_not_used()
    {
        await KeepAsync();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Assert.Single(Directory.GetFiles(Folder, "*.cache")), (UnixFileMode)0b110_100_100);

        var run = await Workspace.RunAsync("status", "--cache-dir", Folder);

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.Contains("isn't used: it is open to other users", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_has_no_configs()
    {
        var run = await Workspace.RunAsync("status", "--cache-dir", _workspace["gone"]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.EndsWith("gone: 0 cached configs\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_programs_one_must_be_named()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "a.cache.locks"), "");
        await File.WriteAllTextAsync(Path.Combine(Folder, "b.cache.locks"), "");

        var run = await Workspace.RunAsync("unlock", "features.on", "--cache-dir", Folder);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("of several programs: name one with --name", run.Error, StringComparison.Ordinal);
    }

    private async Task<Uri> KeepAsync()
    {
        await using var server = await LoopbackServer.StartAsync(
            """{ "features": { "on": { "stable": 1, "new": 2 } } }""", ("ETag", "\"v1\""));
        await using var config = await SlowrollConfig.OpenAsync(server.Url, "MyApp.AppFeatures", Options());
        return server.Url;
    }

    private SlowrollOptions Options() => new() { CacheDirectory = Folder, StartupTimeout = TimeSpan.FromSeconds(5) };
}
