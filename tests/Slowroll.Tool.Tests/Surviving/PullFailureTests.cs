using System.Net;
using System.Net.Sockets;
using Slowroll.Tests.Servers;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Surviving;

/// <summary>What can go wrong: always one sentence with the way out, and a snapshot that is as it was.</summary>
public sealed class PullFailureTests : IDisposable
{
    private const string Before = """{ "features": { "before": { "stable": 1 } } }""";

    private readonly Workspace _workspace = new();

    public PullFailureTests() => File.WriteAllText(_workspace.Snapshot, Before);

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("404 Not Found", "check the address")]
    [InlineData("401 Unauthorized",
        "credentials, as user:password@ in the URL (or, in a program, from SlowrollOptions.HttpClient)")]
    [InlineData("429 Too Many Requests",
        "ask less often (in a program by SlowrollOptions.PollInterval), or raise the server's limit")]
    [InlineData("500 Internal Server Error", "the fault is the server's")]
    [InlineData("503 Service Unavailable", "out of service")]
    [InlineData("204 No Content", "serve the config with status 200")]
    [InlineData("304 Not Modified", "the request had no condition")]
    public async Task A_status_other_than_200(string status, string wayOut)
    {
        await using var server = RawServer.Start(RawAnswer.Of(status, "", ""));

        await AssertFailsAsync(server.Url, $"answered {status[..3]}", wayOut);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><title>Sign in</title>",
        "Line 1, column 1: this is HTML or XML, not JSON. Does a login page")]
    [InlineData("{ \"features\": { \"on\": ", "Line 1, column 23")]
    [InlineData("[]", "the root is no object")]
    [InlineData("", "the config is empty")]
    [InlineData("{ \"caf\u00e9\": {} }", "not UTF-8. Save the config as UTF-8")]
    public async Task A_body_that_is_no_config(string body, string reason)
    {
        await using var server = RawServer.Start(RawAnswer.Of("200 OK", "ETag: \"bad\"\r\n", body));

        await AssertFailsAsync(server.Url, "answered something that is no config", reason);
    }

    [Fact]
    public async Task The_ETag_of_a_body_that_was_refused_is_not_kept()
    {
        await using var server = RawServer.Start(RawAnswer.Of("200 OK", "ETag: \"bad\"\r\n", "<html>"));
        await _workspace.PullAsync(server.Url);

        await _workspace.PullAsync(server.Url);

        Assert.Null(server.LastCondition());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_cut_off(bool isReset)
    {
        await using var server = RawServer.Start(
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{ }", isReset ? RawEnding.Reset : RawEnding.Close);

        await AssertFailsAsync(server.Url, "broke its answer off", "see the log of the server");
    }

    [Fact]
    public async Task A_body_that_is_too_long()
    {
        await using var server =
            RawServer.Start("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n{ }", RawEnding.Silence);

        await AssertFailsAsync(server.Url, "can't be used: its config is longer than allowed",
            "at most 16777216 bytes are read (in a program SlowrollOptions.MaxConfigBytes sets it); make it shorter");
    }

    [Fact]
    public async Task A_proxy_that_wants_credentials()
    {
        await using var server = RawServer.Start(RawAnswer.Of("407 Proxy Authentication Required", "", ""));

        await AssertFailsAsync(server.Url, "couldn't be asked", "HTTPS_PROXY=http://user:password@host:port");
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{ }")]
    public async Task A_server_that_never_ends(string answer)
    {
        await using var server = RawServer.Start(answer, RawEnding.Silence);

        await AssertFailsAsync(
            server.Url, "gave no complete answer within 0.2 seconds", "--timeout", "--timeout", "0.2");
    }

    [Fact]
    public async Task Redirects_in_a_circle()
    {
        await using var server =
            RawServer.Start("HTTP/1.1 302 Found\r\nLocation: /config.json\r\nContent-Length: 0\r\n\r\n");

        await AssertFailsAsync(server.Url, "answered 302, a redirect", "use the address it leads to");
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:,s3cret")]
    [InlineData("http://[::")]
    [InlineData("http://xn--\u00ff.invalid/")]
    [InlineData("s3cret:s3cret@other.test")]
    [InlineData("http://ada:s3cret@127.0.0.1:1/?key=s3cret")]
    public async Task Survive_16_a_redirect_to_anything_else(string location)
    {
        await using var server =
            RawServer.Start($"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n");

        var run = await _workspace.PullAsync(server.Url);

        Assert.StartsWith(
            $"{_workspace.Snapshot}: error SLOW4001: The snapshot wasn't changed: {server.Url} ",
            run.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", run.Error, StringComparison.Ordinal);
        await AssertUntouchedAsync(run);
    }

    [Fact]
    public async Task A_port_where_nobody_listens()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var url = new Uri($"http://{probe.LocalEndpoint}/config.json");
        probe.Stop();

        await AssertFailsAsync(url, "can't be connected to (ConnectionRefused)", "check host, port, firewall");
    }

    [Fact]
    public async Task A_host_that_nobody_knows() =>
        await AssertFailsAsync(new Uri("http://slowroll.invalid/config.json"), "can't be found", "check the name");

    [Fact]
    public async Task A_certificate_that_nobody_trusts()
    {
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask, tls: true);

        await AssertFailsAsync(server.Url, "can't be trusted", "TLS failed: its certificate ");
    }

    [Fact]
    public async Task A_snapshot_that_is_read_only()
    {
        File.SetAttributes(_workspace.Snapshot, FileAttributes.ReadOnly);
        await using var server = await LoopbackServer.StartAsync("{}");

        var run = await _workspace.PullAsync(server.Url);
        File.SetAttributes(_workspace.Snapshot, FileAttributes.Normal);

        Assert.Contains("the file is read-only. Make it writable", run.Error, StringComparison.Ordinal);
        await AssertUntouchedAsync(run);
    }

    [Fact]
    public async Task A_folder_in_the_snapshots_place()
    {
        Directory.CreateDirectory(_workspace["folder.json"]);
        await using var server = await LoopbackServer.StartAsync("{}");

        var run = await Workspace.RunAsync("pull", server.Url.AbsoluteUri, _workspace["folder.json"]);

        Assert.Equal(ExitCode.NotReadable, run.ExitCode);
        Assert.StartsWith($"{_workspace["folder.json"]}: error SLOW4001: The snapshot wasn't changed: the path leads "
            + "to a directory. Give the path of a regular file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_of_the_URL_is_shown()
    {
        await using var server = RawServer.Start(RawAnswer.Of("404 Not Found", "", ""));
        var url = new Uri(
            server.Url.AbsoluteUri.Replace("//", "//ada:secret@", StringComparison.Ordinal) + "?key=hidden#part");

        var run = await _workspace.PullAsync(url);

        Assert.Contains($" {server.Url} answered 404", run.Error, StringComparison.Ordinal);
        Assert.All((string[])["ada", "secret", "hidden", "part"],
            word => Assert.DoesNotContain(word, run.Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("error")]
    public async Task A_failure_can_be_a_warning(string word)
    {
        await using var server = RawServer.Start(RawAnswer.Of("404 Not Found", "", ""));

        var run = await _workspace.PullAsync(server.Url, "--failure", word);

        Assert.StartsWith($"{_workspace.Snapshot}: {word} SLOW4001: The snapshot wasn't changed", run.Error,
            StringComparison.Ordinal);
        await AssertUntouchedAsync(run);
    }

    private async Task AssertFailsAsync(Uri url, string what, string wayOut, params string[] options)
    {
        var run = await _workspace.PullAsync(url, options);

        Assert.StartsWith(
            $"{_workspace.Snapshot}: error SLOW4001: The snapshot wasn't changed: {url} {what}",
            run.Error,
            StringComparison.Ordinal);
        Assert.Contains(wayOut, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        await AssertUntouchedAsync(run);
    }

    private async Task AssertUntouchedAsync(Run run)
    {
        Assert.Equal((ExitCode.NotReadable, ""), (run.ExitCode, run.Output));
        Assert.Equal(Before, await File.ReadAllTextAsync(_workspace.Snapshot));
        Assert.Equal(["app_features.json"], _workspace.Files);
    }
}
