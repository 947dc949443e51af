namespace Slowroll.Tool.Tests.EndToEnd;

/// <summary><c>slowroll serve</c>, <c>status</c> and the commands of locks as processes.</summary>
public sealed class ServeProcessTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public ServeProcessTests() => _workspace.Write("c.json", """{ "features": { "on": { "stable": 1 } } }""");

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_server_ends_cleanly_at_a_signal(string signal)
    {
        // In the background bash would let a process ignore SIGINT.
        var run = await ToolProcess.RunAsync(
            $$"""
            set -m
            "$DOTNET" "$TOOL" serve c.json --port 0 > out.txt & server=$!
            until grep -q serves out.txt; do sleep 0.1; done
            url=$(head -1 out.txt | cut -d' ' -f1)
            "$DOTNET" "$TOOL" pull "$url" pulled.json > /dev/null
            kill -{{signal}} $server; wait $server; code=$?
            cmp c.json pulled.json && cat out.txt; exit $code
            """,
            _workspace[""]);

        Assert.Equal(0, run.ExitCode);
        var lines = run.Output.TrimEnd().Split('\n');
        Assert.Matches(@"^http://127\.0\.0\.1:\d+/c\.json serves c\.json, 1 flag; Ctrl\+C ends it\.$", lines[0]);
        Assert.Matches(@"^\d\d:\d\d:\d\dZ GET /c\.json 200 ""[0-9a-f]+-gzip"" \d+ bytes gzip Slowroll/", lines[1]);
    }

    [Theory]
    [InlineData("slowroll serve", 2, "Write: slowroll serve <config>")]
    [InlineData("slowroll serve c.json --port 70000", 2, "--port: '70000' is no number from 0 to 65535")]
    [InlineData("slowroll serve c.json --fail lots", 2, "--fail: 'lots' is no percentage")]
    [InlineData("slowroll serve gone.json", 3, "'gone.json' can't be read")]
    [InlineData("echo '{' > b.json; slowroll serve b.json", 3, "b.json: Line ")]
    [InlineData("slowroll status ftp://example.com", 2, "is no URL")]
    [InlineData("slowroll lock features.on both --file l", 2, "'both' is no side: write new or stable.")]
    [InlineData("slowroll lock on new --file l", 2, "'on' is no flag that a locks file can name")]
    [InlineData("slowroll lock features.on new --cache-dir empty", 2, "has no cached config yet")]
    [InlineData("mkfifo p; slowroll lock features.on new --file p", 3, "a named pipe")]
    public async Task Bad_input_ends_with_one_sentence(string line, int exitCode, string message)
    {
        var run = await ToolProcess.RunAsync(line, _workspace[""]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_is_written_listed_and_removed()
    {
        var run = await ToolProcess.RunAsync(
            "slowroll lock features.on new --file l && cat l && slowroll locks --file l && slowroll unlock features.on "
                + "--file l && stat -c '%s %a' l",
            _workspace[""]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("features.on=new\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  features.on is locked to new\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("0 644\n", run.Output, StringComparison.Ordinal);
    }
}
