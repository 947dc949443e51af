namespace Slowroll.Tool.Tests.EndToEnd;

/// <summary><c>slowroll test</c> as a process.</summary>
public sealed class TestProcessTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public TestProcessTests()
    {
        Directory.CreateDirectory(_workspace["specs"]);
        _workspace.Write(
            "c.json",
            """{ "features": { "on": { "stable": false, "new": true, "end_time": "2030-03-15 00:00Z", "duration": "14d" } } }""");
        _workspace.Write(
            "specs/s.json",
            """
            { "config": "../c.json", "expectations": [
              { "flag": "features.on", "host": "web-1", "has": "new", "by": "2030-03-05 12:00Z" } ] }
            """);
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("slowroll test specs/s.json", 1, "specs/s.json: 1 expectation of specs/../c.json, 1 failed")]
    [InlineData("slowroll test - --config c.json < specs/s.json", 1,
        "(standard input): 1 expectation of c.json, 1 fai")]
    [InlineData("sed s/05/15/ specs/s.json | slowroll test - --config c.json", 0, "all hold")]
    [InlineData("slowroll test --schema | head -1", 0, "{")]
    public async Task Expectations_are_tested(string line, int exitCode, string output)
    {
        var run = await ToolProcess.RunAsync(line, _workspace[""]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Error));
        Assert.Contains(output, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slowroll test", 2, "Write: slowroll test [<spec>...]")]
    [InlineData("slowroll test gone.json", 3, "'gone.json' can't be read")]
    [InlineData("slowroll test specs/s.json --config gone.json", 3, "'gone.json' can't be read")]
    [InlineData("echo '{ \"tests\": [] }' | slowroll test -", 3, "(1,3): error: A spec has no member 'tests'")]
    [InlineData("slowroll test specs/s.json --format xml", 2, "no format 'xml'; there are text, json, github.")]
    public async Task Bad_input_is_reported(string line, int exitCode, string message)
    {
        var run = await ToolProcess.RunAsync(line, _workspace[""]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
