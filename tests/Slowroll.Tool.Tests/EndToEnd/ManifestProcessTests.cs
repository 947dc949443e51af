namespace Slowroll.Tool.Tests.EndToEnd;

/// <summary><c>slowroll generate manifest</c> and <c>import manifest</c> as processes.</summary>
public sealed class ManifestProcessTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public ManifestProcessTests() => _workspace.Write("s.json", Workspace.Schema);

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_schema_goes_through_a_manifest_and_back()
    {
        var run = await ToolProcess.RunAsync(
            "slowroll generate manifest s.json -o m.json && slowroll import manifest - < m.json | grep -c '/boolean'",
            _workspace[""]);

        Assert.Equal((0, "m.json is written.\n1\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("slowroll generate", 2, "Say what to do: manifest.")]
    [InlineData("slowroll generate manifest", 2, "Write: slowroll generate manifest <schema>")]
    [InlineData("slowroll import manifest gone.json", 3, "'gone.json' can't be read")]
    [InlineData("echo 5 | slowroll import manifest -", 3, "(standard input)(1,1): error: A manifest is an object")]
    [InlineData("echo 5 | slowroll generate manifest -", 3, "(standard input)(1,1): error: SLOW1")]
    [InlineData("slowroll generate manifest s.json -o gone/../s.json/x", 3, "can't be")]
    public async Task Bad_input_ends_with_one_sentence(string line, int exitCode, string message)
    {
        var run = await ToolProcess.RunAsync(line, _workspace[""]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    // A rename would put a file in its place.
    [Fact]
    public async Task A_pipe_is_not_replaced_by_the_result()
    {
        if (OperatingSystem.IsWindows())
            return;

        using Workspace workspace = new();
        workspace.Write("app.schema.json", Workspace.Schema);

        var run = await ToolProcess.RunAsync(
            "mkfifo result && slowroll generate manifest app.schema.json -o result; code=$?; "
                + "test -p result && exit $code",
            workspace[""]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("the path leads to a named pipe", run.Error, StringComparison.Ordinal);
    }
}
