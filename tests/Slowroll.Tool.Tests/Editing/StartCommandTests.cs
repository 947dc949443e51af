using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Editing;

/// <summary><c>slowroll start</c>. The present is 1 March 2030.</summary>
public sealed class StartCommandTests : IDisposable
{
    private const string At = "2030-03-20 09:00Z";

    private readonly EditWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("""{ "stable": 1, "new": 2 }""",
        """{ "stable": 1, "new": 2, "start_time": "2030-03-20 09:00Z", "duration": "14d" }""")]
    [InlineData(
        """{ "stable": 1, "new": 2, "salt": "s", "early_adopters": ["a"] }""",
        """{ "stable": 1, "new": 2, "salt": "s", "early_adopters": ["a"], "start_time": "2030-03-20 09:00Z", "duration": "14d" }""")]
    [InlineData(
        """{ "end_time": "2030-04-01 00:00Z", /* why */ "duration": "2d", "stable": 1, "new": 2 }""",
        """{ "start_time": "2030-03-20 09:00Z", /* why */ "duration": "14d", "stable": 1, "new": 2 }""")]
    [InlineData(
        """{ "stable": 1, "new": 2, "steps": [{ "pct": 100, "over": "1d" }], "start_time": "2030-04-01 00:00Z" }""",
        """{ "stable": 1, "new": 2, "duration": "14d", "start_time": "2030-03-20 09:00Z" }""")]
    [InlineData(
        """{ "stable": 1, "new": 2, "start_time": "2030-04-01 00:00Z", "end_time": "x", "duration": "1d", "steps": 7 }""",
        """{ "stable": 1, "new": 2, "start_time": "2030-03-20 09:00Z", "duration": "14d" }""")]
    [InlineData(
        """{ "stable": 1, "new": 2, "end_time": "2030-04-01 00:00Z", "duration": "1d", "end_time": "2030-05-01 00:00Z" }""",
        """{ "stable": 1, "new": 2, "duration": "14d", "start_time": "2030-03-20 09:00Z" }""")]
    public async Task A_schedule_is_written_in_place_of_the_old_one(string rollout, string edited) => Assert.Equal(
        edited, await _workspace.Flag(rollout).FlagAfterAsync("start", "--over", "14d", "--at", At));

    [Theory]
    [InlineData("1% 1d, 10% 4h 2d, 100% 3d",
        """[{ "pct": 1, "hold": "1d" }, { "pct": 10, "over": "4h", "hold": "2d" }, { "pct": 100, "over": "3d" }]""")]
    [InlineData("100%", """[{ "pct": 100 }]""")]
    [InlineData(" 0.50 %  1d12h ,\t100 %", """[{ "pct": 0.5, "hold": "1d12h" }, { "pct": 100 }]""")]
    [InlineData("50% 0s 1d,50% 8h 0s,100%1d",
        """[{ "pct": 50, "over": "0s", "hold": "1d" }, { "pct": 50, "over": "8h", "hold": "0s" }, { "pct": 100, "over": "1d" }]""")]
    [InlineData("05.10% 1d", """[{ "pct": 5.1, "over": "1d" }]""")]
    public async Task Steps_are_a_percentage_and_times(string steps, string written) => Assert.Equal(
        $$"""{ "stable": 1, "new": 2, "start_time": "2030-03-20 09:00Z", "steps": {{written}} }""",
        await _workspace.Flag("""{ "stable": 1, "new": 2 }""").FlagAfterAsync("start", "--steps", steps, "--at", At));

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    [InlineData("1d")]
    [InlineData("1 1d, 100% 3d")]
    [InlineData("x% 1d")]
    [InlineData("101% 1d")]
    [InlineData("-1% 1d")]
    [InlineData("1e1% 1d")]
    [InlineData("1% 1x, 100%")]
    [InlineData("1% -1d, 100%")]
    [InlineData("1% 1d 2d 3d, 100%")]
    [InlineData("1% 1d, 100% 1d 2d")]
    [InlineData("1% 1 d, 100%")]
    [InlineData("http://a:s3cret@b/?%")]
    public async Task Steps_that_can_not_be_read_are_wrong_usage(string steps)
    {
        var run = await _workspace.Flag("""{ "stable": 1, "new": 2 }""").EditAsync("start", "--steps", steps);

        Assert.Equal((ExitCode.WrongUsage, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("slowroll: --steps", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_that_go_back_are_refused_as_a_program_would() => Assert.StartsWith(
        "features.x can't be edited: 'steps[1]' goes back",
        await _workspace.Flag("""{ "stable": 1, "new": 2 }""").RefusalAsync("start", "--steps", "10% 1d, 5% 1d, 100%"),
        StringComparison.Ordinal);

    [Fact]
    public async Task The_end_of_a_share_goes_where_steps_come() => Assert.Equal(
        """{ "stable": 1, "new": 2, "start_time": "2030-03-20 09:00Z", "steps": [{ "pct": 100, "over": "1d" }] }""",
        await _workspace.Flag("""{ "stable": 1, "new": 2, "end_pct": 50 }""").FlagAfterAsync(
            "start", "--steps", "100% 1d", "--at", At));

    [Fact]
    public async Task Many_steps_have_a_line_each_where_the_flag_has_lines()
    {
        var flag = await _workspace.Flag("{\r\n\t\"stable\": 1,\r\n\t\"new\": 2\r\n}").FlagAfterAsync(
            "start", "--at", At, "--steps", "1% 1d, 2% 1d, 3% 1d, 4% 1d, 5% 1d, 100% 1d");

        Assert.Contains(
            "\r\n\t\"steps\": [\r\n\t\t{ \"pct\": 1, \"hold\": \"1d\" },\r\n\t\t{ \"pct\": 2,", flag,
            StringComparison.Ordinal);
        Assert.EndsWith("\"over\": \"1d\" }\r\n\t]\r\n}", flag, StringComparison.Ordinal);
        Assert.DoesNotMatch("[^\r]\n", flag);
    }

    [Theory]
    [InlineData("true", "true")]
    [InlineData(" [1.50, {\"a\": 1e2}] // why", "[1.50, {\"a\": 1e2}]")]
    [InlineData("\"\\u0041\"", "\"\\u0041\"")]
    public async Task A_flag_without_new_gets_the_one_that_is_given(string given, string written) => Assert.Equal(
        $$"""{ "stable": 1, "new": {{written}}, "start_time": "2030-03-20 09:00Z", "duration": "14d" }""",
        await _workspace.Flag("""{ "stable": 1 }""").FlagAfterAsync(
            "start", "--over", "14d", "--at", At, "--new", given));

    [Theory]
    [InlineData("""{ "stable": 1 }""", "features.x has no 'new', the value that is rolled out.")]
    [InlineData("""{ "stable": 1, "new": 2 }""", "features.x has a 'new' already.", "--new", "3")]
    [InlineData("""{ "new": 2 }""", "features.x can't be edited: The flag has no 'stable'")]
    [InlineData(
        """{ "stable": 1, "new": 2, "start_time": "2030-02-26 00:00Z", "duration": "10d" }""",
        "features.x is running: 30 % have 'new' at Friday 2030-03-01 00:00Z; a new start would take it away. To stop "
            + "it: slowroll hold; to take 'new' back and start again: slowroll rollback.")]
    [InlineData(
        """{ "stable": 1, "new": 2, "start_time": "2030-01-26 00:00Z", "duration": "10d" }""",
        "The schedule of features.x is over since Tuesday 2030-02-05 00:00Z, and 100 % have 'new'")]
    [InlineData(
        """{ "stable": 1, "new": 2, "start_time": "2030-03-15 09:00Z", "duration": "10d" }""",
        "features.x is running: 50 % have 'new' at Wednesday 2030-03-20 09:00Z; a new start would take it away.")]
    [InlineData(
        """{ "stable": 1, "new": 2, "start_time": "2030-02-15 09:00Z", "duration": "10d", "rollback": { "from": "2030-03-21 00:00Z" } }""",
        "features.x is rolled back from Thursday 2030-03-21 00:00Z on. Start it again later than that: --at.")]
    [InlineData(
        """{ "stable": 1, "new": 2, "start_time": "2030-02-15 09:00Z", "duration": "10d", "rollback": { "from": "2030-02-21 00:00Z", "over": "30d" } }""",
        "features.x is still being rolled back until Saturday 2030-03-23 00:00Z. Start it again after that.")]
    public async Task What_would_take_new_away_is_refused(string rollout, string why, params string[] options) =>
        Assert.StartsWith(
            why,
            await _workspace.Flag(rollout).RefusalAsync("start", ["--over", "14d", "--at", At, .. options]),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_schedule_that_is_waiting_is_replaced_if_that_is_said() => Assert.Equal(
        """{ "stable": 1, "new": 2, "start_time": "2030-03-20 09:00Z", "duration": "14d" }""",
        await _workspace.Flag("""{ "stable": 1, "new": 2, "start_time": "2030-03-15 09:00Z", "duration": "10d" }""")
            .FlagAfterAsync("start", "--over", "14d", "--at", At, "--replace"));

    [Fact]
    public async Task After_a_rollback_it_starts_again_and_the_rollback_goes()
    {
        _workspace.Flag("""
            { "stable": 1, "new": 2, "start_time": "2030-02-15 09:00Z", "duration": "10d", "rollback": { "from": "2030-02-21 00:00Z" } }
            """);

        var run = await _workspace.EditAsync("start", "--over", "14d", "--at", At);

        Assert.StartsWith(
            $"""
            {_workspace.Config}: features.x: replaced 'start_time' (line 1), 'duration' (line 1); removed 'rollback' (line 1).
            features.x starts Wednesday 2030-03-20 09:00Z and ends Wednesday 2030-04-03 09:00Z.

            """, run.Output, StringComparison.Ordinal);
        Assert.Contains(
            """{ "stable": 1, "new": 2, "start_time": "2030-03-20 09:00Z", "duration": "14d" }""", _workspace.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_in_the_past_says_how_many_get_new_at_once()
    {
        var run = await _workspace.Flag("""{ "stable": 1, "new": 2 }""").EditAsync(
            "start", "--over", "10d", "--at", "2030-02-24");

        Assert.Contains("That is in the past: 50 % get 'new' at once.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--over", "1d", "--steps", "100%")]
    [InlineData("--over", "soon")]
    [InlineData("--over", "1d", "--at", "soon")]
    public async Task Without_one_length_it_is_wrong_usage(params string[] options) => Assert.Equal(
        ExitCode.WrongUsage,
        (await _workspace.Flag("""{ "stable": 1, "new": 2 }""").EditAsync("start", options)).ExitCode);

    [Theory]
    [InlineData("yes")]
    [InlineData("")]
    [InlineData("1 2")]
    [InlineData("{")]
    public async Task A_new_value_that_is_no_JSON_is_wrong_usage(string given) => Assert.Equal(
        ExitCode.WrongUsage,
        (await _workspace.Flag("""{ "stable": 1 }""").EditAsync("start", "--over", "1d", "--new", given)).ExitCode);
}
