using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.EndToEnd;

/// <summary>The arguments of the command replace the settings of a project file.</summary>
public sealed class EarlierConfigTests : IDisposable
{
    private const string Earlier =
        """{ "features": { "on": { "stable": false, "new": true, "end_time": "2030-03-15 00:00Z", "duration": "14d" } } }""";

    private readonly Workspace _workspace = new();

    public EarlierConfigTests()
    {
        _workspace.Write("app.schema.json", Workspace.Schema);
        _workspace.Write("app.json", Earlier.Replace("14d", "7d", StringComparison.Ordinal));
        _workspace.Write("live.json", Earlier);
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Without_a_day_no_rollout_is_finished() => Assert.Equal("", (await CheckAsync()).Findings);

    [Theory]
    [InlineData("2030-03-14", 0)]
    [InlineData("2030-03-15", 1)]
    [InlineData("2030-03-14 23:59Z", 0)]
    [InlineData("2030-03-15 00:00:01Z", 1)]
    public async Task As_of_a_day_a_rollout_may_be_finished(string asOf, int finished)
    {
        var run = await CheckAsync("--as-of", asOf);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(finished, run.Findings.Split("info SLOW3006").Length - 1);
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2030-02-30")]
    public async Task A_day_that_can_not_be_read_is_wrong_usage(string asOf)
    {
        var run = await CheckAsync("--as-of", asOf);

        Assert.Equal((ExitCode.WrongUsage, ""), (run.ExitCode, run.Findings));
        Assert.StartsWith(
            $"slowroll: --as-of: '{asOf}' is no day and no time. Write a day like '2030-01-31', or a time like "
                + "'2030-01-31 12:00Z'.",
            run.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_config_that_takes_new_away_is_reported_with_the_path_of_the_earlier_config()
    {
        var run = await CheckAsync("--previous", _workspace["live.json"]);

        Assert.Contains("warning SLOW3010: Flag 'features.on' takes 'new' away from up to 50 % of all hosts if it "
            + $"replaces '{_workspace["live.json"]}'", run.Findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_taken_away_as_of_a_day_before_the_ramps() =>
        Assert.Equal("", (await CheckAsync("--previous", _workspace["live.json"], "--as-of", "2030-02-01")).Findings);

    [Theory]
    [InlineData("{", "(1,2): error SLOW3001: ", ExitCode.Found)]
    [InlineData(
        """{ "features": { "on": { "stable": false, "new": true, "end_time": "soon", "duration": "14d" } } }""",
        "(1,67): warning SLOW3012: ",
        ExitCode.Success)]
    public async Task An_earlier_config_that_can_not_be_read_is_reported_at_its_place(
        string earlier, string problem, object exitCode)
    {
        _workspace.Write("live.json", earlier);

        var run = await CheckAsync("--previous", _workspace["live.json"]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.StartsWith(_workspace["live.json"] + problem, Assert.Single(run.Findings.TrimEnd().Split('\n')),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_config_in_another_encoding_is_an_error_as_the_running_program_refuses_it()
    {
        await File.WriteAllBytesAsync(_workspace["live.json"], [.. "{ \"caf"u8, 0xE9, .. "\": {} }"u8]);

        var run = await CheckAsync("--previous", _workspace["live.json"]);

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.StartsWith(
            $"{_workspace["live.json"]}(1,7): error SLOW3001: The config can't be read: these bytes are not UTF-8.",
            run.Findings,
            StringComparison.Ordinal);
    }

    private Task<Run> CheckAsync(params string[] options) =>
        Workspace.RunAsync(["check", _workspace["app.json"], "--schema", _workspace["app.schema.json"], .. options]);
}
