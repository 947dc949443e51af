namespace Slowroll.Tool.Tests.EndToEnd;

/// <summary><c>slowroll explain</c> as a process.</summary>
public sealed class ExplainProcessTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public ExplainProcessTests() => _workspace.Write(
        "c.json",
        """{ "features": { "on": { "stable": false, "new": true, "end_time": "2030-03-15 00:00Z", "duration": "14d" } } }""");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_hundred_thousand_hash_keys_are_explained_in_one_call()
    {
        var run = await ToolProcess.RunAsync(
            "seq 100000 | slowroll explain features.on - --config c.json --at 2030-03-08 | tail -1", _workspace[""]);

        Assert.Matches(@"^(49,[5-9]|50,[0-4])\d\d of 100,000 hash keys have new", run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("slowroll explain features.onn web-1 --config c.json", 2, "did you mean 'features.on'?")]
    [InlineData("slowroll explain features.on web-1 --config gone.json", 3, "'gone.json' can't be read")]
    [InlineData("slowroll explain features.on web-1 --config c.json --at soon", 2, "--at: 'soon' is no day")]
    [InlineData("printf 'a\\xffb' | slowroll explain features.on - --config c.json", 3, "are not UTF-8")]
    [InlineData("slowroll explain features.on - --config - < c.json", 2, "The standard input has one text")]
    [InlineData("slowroll explain features.on web-1 --config https://ada:s3cret@127.0.0.1:1/c.json", 3, "127.0.0.1")]
    public async Task Bad_input_ends_with_one_sentence(string line, int exitCode, string message)
    {
        var run = await ToolProcess.RunAsync(line, _workspace[""]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", run.Error, StringComparison.Ordinal);
    }
}
