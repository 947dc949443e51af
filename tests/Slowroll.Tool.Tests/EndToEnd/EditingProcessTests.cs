namespace Slowroll.Tool.Tests.EndToEnd;

/// <summary>The commands that edit a config, as processes.</summary>
public sealed class EditingProcessTests : IDisposable
{
    private const string Config = """
        {
          "features": {
            "x": {
              "stable": false,
              "new": true // soon
            }
          }
        }
        """;

    private readonly Workspace _workspace = new();

    public EditingProcessTests() => _workspace.Write("app.json", Config);

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task The_life_of_a_rollout_in_one_script()
    {
        var run = await ToolProcess.RunAsync("""
            set -e
            slowroll start features.x app.json --at '2130-03-06 09:00Z' --steps '1% 1d, 100% 9d'
            slowroll hold features.x app.json --at '2130-03-08 10:08Z' --reason 'too many "errors"'
            slowroll resume features.x app.json --at '2130-03-09 10:10Z'
            slowroll freeze app.json --at '2130-03-10' --lead 1h --until '2130-03-11'
            slowroll rollback features.x app.json --at '2130-03-12' --over 1h
            slowroll start features.x app.json --at '2130-03-20' --over 2d
            slowroll finish features.x app.json --at '2130-03-23' --dry-run --format json | grep -c '"field": "new"'
            slowroll finish features.x app.json --at '2130-03-23'
            """, _workspace[""]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string[] told = run.Output.Split('\n');
        Assert.All("""
            app.json: features.x: added 'start_time' (line 6), 'steps' (line 7).
            features.x starts Monday 2130-03-06 09:00Z and ends Thursday 2130-03-16 09:00Z.
            app.json: features.x: added 'freezes[0]' (line 8).
            features.x stands still from Wednesday 2130-03-08 10:10Z at 12.53 %, until it is resumed: slowroll resume.
            app.json: features.x: added 'freezes[0].until' (line 8).
            features.x goes on from Thursday 2130-03-09 10:10Z at 12.53 %, and ends Friday 2130-03-17 09:00Z.
            app.json: $slowroll: added 'freezes[0]' (line 3).
            From Friday 2130-03-10 01:00Z on no share rises, until Saturday 2130-03-11 00:00Z.
            1 flag stands still: features.x.
            app.json: features.x: added 'rollback' (line 12).
            features.x: those who have 'new' (30.33 %) go back from Sunday 2130-03-12 00:00Z until Sunday 2130-03-12 01:00Z, and nobody newly gets it.
            app.json: features.x: replaced 'start_time' (line 9); added 'duration' (line 10); removed 'steps' (line 10), 'rollback' (line 12).
            features.x starts Monday 2130-03-20 00:00Z and ends Wednesday 2130-03-22 00:00Z.
            1
            app.json: features.x: replaced 'stable' (line 7); removed 'new' (line 8), 'duration' (line 10), 'start_time' (line 9), 'freezes' (line 11).
            features.x has one value for everybody: true.
            """.Split('\n'), line => Assert.Contains(line, told));
        Assert.Equal("""
            {
              "$slowroll": {
                "freezes": [{ "from": "2130-03-10 01:00Z", "until": "2130-03-11 00:00Z" }]
              },
              "features": {
                "x": {
                  "stable": true
                  // soon
                }
              }
            }
            """, await File.ReadAllTextAsync(_workspace["app.json"]));
    }

    [Theory]
    [InlineData("start features.x app.json", 2, "Say how long it takes")]
    [InlineData("start features.x", 2, "Write: slowroll start <flag> <config>.")]
    [InlineData("start features.x app.json --over 1d --lead 2m", 2, "has no option --lead")]
    [InlineData("hold features.y app.json", 2, "The config has no flag 'features.y' (did you mean 'features.x'?).")]
    [InlineData("hold features.x app.json", 1, "features.x can't be edited: The flag has 'new' but neither a schedule")]
    [InlineData("hold features.x - < app.json", 2, "A config is edited in its file, and - is none.")]
    [InlineData("hold features.x http://127.0.0.1:1/app.json", 2, "was given as a URL")]
    [InlineData("resume features.x .", 3, "is a directory. Name the file of a config.")]
    [InlineData("rollback features.x <(cat app.json)", 3, "is a named pipe. Name the file of a config.")]
    [InlineData("finish features.x none.json", 3, "There is no file 'none.json'.")]
    [InlineData("freeze app.json --until yesterday", 2, "--until: 'yesterday' is no day and no time.")]
    [InlineData("freeze app.json app.json", 2, "Write: slowroll freeze <config>.")]
    [InlineData("unfreeze app.json", 1, "The config is not frozen")]
    public async Task What_can_not_be_done_says_why_and_changes_nothing(string line, int exitCode, string why)
    {
        var run = await ToolProcess.RunAsync($"slowroll {line}", _workspace[""]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(why, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Equal(Config, await File.ReadAllTextAsync(_workspace["app.json"]));
    }

    [Fact]
    public async Task A_config_of_many_flags_is_edited_at_one_place()
    {
        var flags = string.Join(",\n", Enumerable.Range(0, 20_000).Select(flag =>
            $$"""    "f{{flag}}": { "stable": 1, "new": 2, "start_time": "2130-03-04 00:00Z", "duration": "10d" }"""));
        var text = $"{{\n  \"features\": {{\n{flags}\n  }}\n}}\n";
        _workspace.Write("app.json", text);

        var run = await ToolProcess.RunAsync(
            "slowroll hold features.f10000 app.json --at '2130-03-05 10:08Z'", _workspace[""]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var old =
            """ "f10000": { "stable": 1, "new": 2, "start_time": "2130-03-04 00:00Z", "duration": "10d" """.Trim();
        Assert.Equal(
            text.Replace(
                old + " }", old + ", \"freezes\": [{ \"from\": \"2130-03-05 10:10Z\" }] }", StringComparison.Ordinal),
            await File.ReadAllTextAsync(_workspace["app.json"]));
    }
}
