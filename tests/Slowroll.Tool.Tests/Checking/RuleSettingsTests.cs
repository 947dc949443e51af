using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Checking;

/// <summary>How severe a finding is, by the options of a call.</summary>
public sealed class RuleSettingsTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public RuleSettingsTests()
    {
        _workspace.Write("app.schema.json", Workspace.Schema);
        _workspace.Write("undeclared.json", """{ "features": { "on": { "stable": true }, "off": { "stable": 1 } } }""");
        _workspace.Write("missing.json", """{ "features": { } }""");
        _workspace.Write("comma.json", """{ "features": { "on": { "stable": true, } } }""");
    }

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("undeclared.json", "warning SLOW3002", ExitCode.Success)]
    [InlineData("undeclared.json", "error SLOW3002", ExitCode.Found, "--strict")]
    [InlineData("undeclared.json", "error SLOW3002", ExitCode.Found, "--error", "SLOW3002")]
    [InlineData("undeclared.json", "warning SLOW3002", ExitCode.Success, "--error", "SLOW3010", "--error", "SLOW3003")]
    [InlineData("missing.json", "info SLOW3003", ExitCode.Success, "--strict")]
    [InlineData("missing.json", "error SLOW3003", ExitCode.Found, "--error", "SLOW3003")]
    [InlineData("comma.json", "no problems", ExitCode.Success, "--strict")]
    [InlineData("comma.json", "error SLOW3011", ExitCode.Found, "--error", "SLOW3011")] // is off elsewhere
    internal async Task Strict_counts_warnings_and_error_counts_one_rule(
        string config, string output, ExitCode exitCode, params string[] options)
    {
        var run = await Workspace.RunAsync(
            ["check", _workspace[config], "--schema", _workspace["app.schema.json"], .. options]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(output, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_does_not_exist_is_wrong_usage()
    {
        var run = await Workspace.RunAsync("check", _workspace["missing.json"], "--error", "SLOW310");

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.StartsWith(
            "slowroll: --error: There is no rule 'SLOW310' (did you mean 'SLOW3010'?).", run.Error,
            StringComparison.Ordinal);
    }
}
