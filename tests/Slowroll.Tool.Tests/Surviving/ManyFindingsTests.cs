using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Surviving;

public sealed class ManyFindingsTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Of_a_hundred_thousand_findings_a_thousand_are_printed_and_how_many_there_are()
    {
        var schema = _workspace.Write("app.schema.json", Workspace.Schema.Replace(
            "}\n    }\n  }", "}, \"additionalProperties\": false\n    }\n  }", StringComparison.Ordinal));
        var flags = string.Join(
            ",\n", Enumerable.Range(0, 100_000).Select(i => $$"""    "f{{i}}": { "stable": true }"""));
        var config = _workspace.Write(
            "app.json", $"{{\n  \"features\": {{\n{flags},\n    \"on\": {{ \"stable\": 1 }}\n  }}\n}}");

        var run = await Workspace.RunAsync("check", config, "--schema", schema);
        var lines = run.Findings.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.Equal(1_001, lines.Length);
        Assert.Equal($"{config}(3,5): warning SLOW3002",
            lines[0][..lines[0].IndexOf(": app", StringComparison.Ordinal)]);
        Assert.StartsWith($"{config}(100003,23): error SLOW3004", lines[^2], StringComparison.Ordinal);
        Assert.Equal($"{config}: Of 100,001 findings in this file, 1,000 are reported; correct these, and the others "
            + "are reported next.", lines[^1]);
    }

    [Theory]
    [InlineData("{\"features\":\r\n{\r\"on\":\n{\"stable\":1}}}", "(4,11)")]
    [InlineData("{\"features\":{\"on\":{\"stable\":1}}}", "(1,29)")]
    [InlineData("\n\n\r\r\n{\"features\":{\"on\":{\"stable\":\n1}}}\n", "(6,1)")]
    public async Task Lines_end_as_they_do_to_a_compiler(string text, string place)
    {
        var config = _workspace.Write("app.json", text);

        var run = await Workspace.RunAsync(
            "check", config, "--schema", _workspace.Write("app.schema.json", Workspace.Schema));

        Assert.Contains($"{config}{place}: error SLOW3004", run.Findings, StringComparison.Ordinal);
    }
}
