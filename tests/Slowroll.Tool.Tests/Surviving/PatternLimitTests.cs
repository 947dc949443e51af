using System.Text;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Surviving;

/// <summary>Patterns that were written to take the command down.</summary>
public sealed class PatternLimitTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("(", ")", 60_000)]
    [InlineData("[a-", "]", 60_000)]
    [InlineData("(", "{1000})", 30)]
    [InlineData("(", ")", 400)]
    [InlineData("a|", "", 100_000)]
    public async Task Survive_51_a_config_with_a_pattern_beyond_the_limits_is_reported_at_its_place(
        string before, string after, int count)
    {
        var schema = _workspace.Write("app.schema.json", Workspace.Schema);
        var config = _workspace.Write(
            "app.json",
            $$"""{ "features": { "on": { "stable": false, "new": true, "early_adopter_patterns": ["{{Nested(before, after, count)}}"] } } }""");

        var run = await Workspace.RunAsync("check", config, "--schema", schema);

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.StartsWith(
            $"{config}(1,82): error SLOW3005: The rollout of flag 'features.on' can't be read: The early adopter "
                + "pattern '",
            run.Findings,
            StringComparison.Ordinal);
        Assert.Single(run.Findings.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("(", ")", 60_000)]
    [InlineData("(?=", ")", 60_000)]
    [InlineData("[a-", "]", 60_000)]
    public async Task Survive_78_a_schema_with_a_pattern_beyond_the_limits_is_reported_at_its_place(
        string before, string after, int count)
    {
        var schema = _workspace.Write("app.schema.json", $$"""
            { "properties": { "features": { "properties": { "on": {
            "allOf": [{ "$ref": "slowroll.schema.json#/$defs/string" }],
            "properties": { "stable": { "type": "string", "pattern": "{{Nested(before, after, count)}}" } }, "default": { "stable": "a" } } } } } }
            """);
        var config = _workspace.Write("app.json", """{ "features": { "on": { "stable": "b" } } }""");

        var run = await Workspace.RunAsync("check", config, "--schema", schema);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.StartsWith($"{schema}(3,58): warning SLOW1010: ", run.Findings, StringComparison.Ordinal);
    }

    private static string Nested(string before, string after, int count) =>
        new StringBuilder().Insert(0, before, count)
            .Append("[a]")
            .Append(new StringBuilder().Insert(0, after, count))
            .ToString();
}
