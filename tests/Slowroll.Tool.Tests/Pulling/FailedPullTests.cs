namespace Slowroll.Tool.Tests.Pulling;

/// <summary>Whatever a server does, the snapshot stays as it was, and a warning says what to do.</summary>
public sealed class FailedPullTests : IDisposable
{
    private readonly Pull _pull = new();

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "answered 404: there is no such file")]
    [InlineData("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n", "answered 500: the fault is the server's")]
    [InlineData("HTTP/1.1 304 Not Modified\r\n\r\n", "answered 304 though the request had no condition")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: /config.json\r\nContent-Length: 0\r\n\r\n", "a redirect that wasn't followed")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}", "broke its answer off")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 17000000\r\n\r\n{}", "is longer than allowed")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n<html>Log in</html>", "this is HTML or XML, not JSON")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n{ \"features\": { \"on\": }", "serves no config that can be read. Line 1, column ")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n[]", "the root is no object")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n\u00ff", "these bytes are not UTF-8")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", "the config is empty")]
    [InlineData("SSH-2.0\r\n", "isn't HTTP")]
    public async Task An_answer_without_a_config_changes_nothing(string answer, string reason)
    {
        _pull.Text = "{}";
        await using var server = RawServer.Start(answer);

        await AssertFailsAsync(server.Url, reason);
    }

    [Fact]
    public async Task A_server_that_is_not_there_changes_nothing()
    {
        _pull.Text = "{}";
        Uri url;
        await using (var server = RawServer.Start(""))
            url = server.Url;

        await AssertFailsAsync(url, "can't be connected to (ConnectionRefused)");
    }

    [Fact]
    public async Task A_server_that_never_answers_changes_nothing()
    {
        _pull.Text = "{}";
        await using var server = await LoopbackServer.StartAsync(_ => Task.Delay(Timeout.Infinite));

        await AssertFailsAsync(server.Url, "didn't answer within 0.1 seconds", "--timeout", "0.1");
    }

    [Fact]
    public async Task Secrets_of_a_URL_are_not_told()
    {
        _pull.Text = "{}";
        await using var server = await LoopbackServer.StartAsync("no JSON");

        await AssertFailsAsync(new($"http://user:secret@{server.Url.Authority}/config.json?token=secret"), $"{server.Url} serves no config");
    }

    [Fact]
    public async Task A_file_that_can_not_be_written_is_told()
    {
        Directory.CreateDirectory(_pull.Path);
        await using var server = await LoopbackServer.StartAsync("{}");

        var (exitCode, output, _) = await _pull.FromAsync(server.Url);

        Assert.Equal(1, exitCode);
        Assert.Contains("SLOW4001: The file can't be read or written", output, StringComparison.Ordinal);
        Assert.Empty(_pull.Files);
    }

    public void Dispose() => _pull.Dispose();

    private async Task AssertFailsAsync(Uri url, string reason, params string[] options)
    {
        var (exitCode, output, _) = await _pull.FromAsync(url, options);

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"{_pull.Path} : warning SLOW4001: http://", output, StringComparison.Ordinal);
        Assert.Contains(reason, output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
        Assert.EndsWith(" The snapshot stays as it was.", output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("{}", _pull.Text);
        Assert.Equal(["shop/app_features.json"], _pull.Files);
    }
}
