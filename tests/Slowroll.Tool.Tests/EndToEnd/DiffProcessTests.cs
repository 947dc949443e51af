using System.Text.Json;

namespace Slowroll.Tool.Tests.EndToEnd;

/// <summary>Two configs are compared by the command, as a reviewer calls it.</summary>
public sealed class DiffProcessTests : IDisposable
{
    private const string At = "--at '2030-03-06 12:00Z'";

    private readonly Workspace _workspace = new();

    public DiffProcessTests()
    {
        _workspace.Write("old.json", Config(""" "start_time": "2030-03-04 09:00Z", "duration": "5d" """));
        _workspace.Write("faster.json", Config(""" "start_time": "2030-03-04 09:00Z", "duration": "4d" """));
        _workspace.Write("slower.json", Config(""" "start_time": "2030-03-04 09:00Z", "duration": "8d" """));
        _workspace.Write("fleet.txt", string.Join('\n', Enumerable.Range(1, 40).Select(number => $"web-{number}")));
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_review_says_who_gains_new_and_how_the_schedule_moves()
    {
        var run = await RunAsync($"diff old.json faster.json --hosts fleet.txt {At}");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            1 of 2 flags differs; published Wednesday 2030-03-06 12:00Z.
            3 of 40 hosts switch at once.

            features.fast (duration)
              gains new: 3 of 40 hosts: web-38, web-29, web-34
              Finishes on Friday 2030-03-08 09:00Z instead of Saturday 2030-03-09 09:00Z (1 d earlier).

            """,
            run.Output);
    }

    [Fact]
    public async Task Taking_new_away_is_exit_code_1_unless_it_is_allowed()
    {
        var run = await RunAsync($"diff old.json slower.json {At}");
        var allowed = await RunAsync($"diff old.json slower.json {At} --allow-loss");

        Assert.Equal((1, 0), (run.ExitCode, allowed.ExitCode));
        Assert.Equal(run.Output, allowed.Output);
        Assert.Contains("loses new: 15.94 % of all hosts", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_for_a_pull_request_fits_on_one_screen()
    {
        var run = await RunAsync($"diff old.json slower.json --hosts fleet.txt {At} --format markdown");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("### :warning: 1 of 2 flags differs\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("| `features.fast` | `duration` | **", run.Output, StringComparison.Ordinal);
        Assert.InRange(run.Output.Split('\n').Length, 5, 20);
    }

    [Fact]
    public async Task The_JSON_has_the_documented_fields()
    {
        var run = await RunAsync($"diff old.json slower.json --hosts fleet.txt {At} --format json");

        using var json = JsonDocument.Parse(run.Output);
        var flag = json.RootElement.GetProperty("flags")[0];
        Assert.Equal("2030-03-06T12:00:00Z", json.RootElement.GetProperty("at").GetString());
        Assert.True(json.RootElement.GetProperty("takesNewAway").GetBoolean());
        Assert.Equal(40, json.RootElement.GetProperty("hosts").GetInt32());
        Assert.Equal(
            json.RootElement.GetProperty("losing").GetInt32(),
            flag.GetProperty("loses").GetProperty("count").GetInt32());
        Assert.Equal("changed", flag.GetProperty("change").GetString());
        Assert.Equal(
            "2030-03-12T09:00:00Z",
            flag.GetProperty("schedules")[0].GetProperty("after").GetProperty("ends").GetString());
    }

    [Theory]
    [InlineData("diff old.json old.json", 0, "No flag differs (2 flags)", "")]
    [InlineData("diff - old.json < old.json", 0, "No flag differs", "")]
    [InlineData("diff <(cat old.json) old.json", 0, "No flag differs", "")]
    [InlineData("diff - - < old.json", 2, "", "The new config is given as -, and so is something else.")]
    [InlineData("diff old.json", 2, "", "Write: slowroll diff <old> <new>.")]
    [InlineData("diff old.json old.json --at soon", 2, "", "--at: 'soon' is no day and no time.")]
    [InlineData("diff old.json old.json --format sarif", 2, "", "there are text, json, markdown.")]
    [InlineData("diff old.json old.json --hasher md5", 2, "", "There is no hasher 'md5'; there are sha1 and xxhash3.")]
    [InlineData("diff old.json gone.json", 3, "", "'gone.json' can't be read")]
    [InlineData("diff old.json fleet.txt", 3, "", "'fleet.txt' is no config that a program would take.")]
    [InlineData("diff old.json old.json --hosts /dev/null", 3, "", "'/dev/null' is a device. Name a file.")]
    [InlineData("diff old.json old.json --hosts <(echo '# none')", 3, "", "has no host in it")]
    [InlineData("diff old.json http://127.0.0.1:1/x?key=s3cret", 3, "", "http://127.0.0.1:1/x can't be connected to")]
    public async Task The_exit_code_says_what_kind_of_end_it_was(string line, int exitCode, string output, string error)
    {
        var run = await RunAsync(line);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(output, run.Output, StringComparison.Ordinal);
        Assert.Contains(error, run.Error, StringComparison.Ordinal);
        Assert.InRange(run.Error.Split('\n').Length, 1, 2);
        Assert.DoesNotContain("s3cret", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_are_no_plain_text_stay_on_their_line()
    {
        var hostile = """
            { "f\n::error::": { "x|@octocat <b>\u202e": { "stable": "a\nb", "new": "](http://evil.example)" } } }
            """;
        _workspace.Write("hostile.json", hostile);

        var text = await RunAsync("diff old.json hostile.json");
        var markdown = await RunAsync("diff old.json hostile.json --format markdown");

        Assert.DoesNotContain("\n::error", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', text.Output);
        Assert.All(
            (string[])["@octocat", "<b>", "](http", "x|", "\u202e"],
            part => Assert.DoesNotContain(part, markdown.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ten_thousand_flags_and_a_hundred_thousand_hosts_are_compared()
    {
        string Of(int days) => "{ \"features\": {" + string.Join(",\n", Enumerable.Range(0, 10_000).Select(number =>
            $$"""
            "flag_{{number}}": { "stable": false, "new": true, "start_time": "2030-03-0{{number % 9 + 1}} 09:00Z",
              "duration": "{{number % 7 + days}}d", "early_adopters": ["web-{{number}}"] }
            """)) + "} }";
        _workspace.Write("many.json", Of(3));
        _workspace.Write("more.json", Of(4));
        _workspace.Write("big.txt", string.Join('\n', Enumerable.Range(1, 100_000).Select(number => $"web-{number}")));

        var run = await RunAsync($"diff many.json more.json --hosts big.txt {At} | head -2");

        Assert.StartsWith("10,000 of 10,000 flags differ;", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("of them lose new.\n", run.Output, StringComparison.Ordinal);
    }

    private static string Config(string rollout) => $$"""
        { "features": { "fast": { "stable": 1, "new": 2, {{rollout}} }, "other": { "stable": 1 } } }
        """;

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string line) =>
        ToolProcess.RunAsync($"slowroll {line}", _workspace[""]);
}
