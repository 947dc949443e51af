using System.Text.Json;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Editing;

/// <summary><c>slowroll hold</c>.</summary>
public sealed class HoldCommandTests : IDisposable
{
    private const string Held = """, "freezes": [{ "from": "2030-03-05 10:10Z" }] }""";

    private readonly EditWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_freeze_without_an_end_begins_two_poll_intervals_from_now() => Assert.Equal(
        EditWorkspace.Ramp[..^2] + Held,
        await _workspace.Flag(EditWorkspace.Ramp).FlagAfterAsync("hold", "--at", "2030-03-05 10:08Z"));

    [Fact]
    public async Task It_says_where_and_from_when_and_at_which_share()
    {
        _workspace.Write("{\n  \"features\": {\n    \"x\": {\n      \"stable\": 1, \"new\": 2,\n"
            + "      \"start_time\": \"2030-03-04 00:00Z\", \"duration\": \"10d\"\n    }\n  }\n}");

        var run = await _workspace.EditAsync("hold", "--at", "2030-03-05 10:08Z");

        Assert.StartsWith(
            $"""
            {_workspace.Config}: features.x: added 'freezes[0]' (line 6).
            features.x stands still from Tuesday 2030-03-05 10:10Z at 14.24 %, until it is resumed: slowroll resume.

            """, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2030-03-05 10:13Z", "--lead", "5m")]
    [InlineData("2030-03-05 10:08Z", "--now")]
    [InlineData("2030-03-05 10:08Z", "--lead", "0s")]
    [InlineData("2030-03-05 10:08:01.500000Z", "--lead", "1500ms")]
    public async Task The_lead_may_be_another(string from, params string[] options)
    {
        var flag = await _workspace.Flag(EditWorkspace.Ramp).FlagAfterAsync(
            "hold", ["--at", "2030-03-05 10:08Z", .. options]);

        Assert.Contains($$"""{ "from": "{{from}}" }""", flag, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Now_says_how_many_hosts_may_go_back()
    {
        var run = await _workspace.Flag(EditWorkspace.Ramp).EditAsync("hold", "--at", "2030-03-05 10:08Z", "--now");

        Assert.Contains(
            "Hosts that switch before they have seen it go back: up to 0.01 %, if they poll every minute.", run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_a_document_with_the_same_fields()
    {
        var done = await _workspace.Flag(EditWorkspace.Ramp).EditAsync(
            "hold", "--at", "2030-03-05 10:08Z", "--format", "json");
        var refused = await _workspace.EditAsync("hold", "--at", "2030-03-05 10:20Z", "--format", "json");

        Assert.Equal((ExitCode.Success, ExitCode.Found), (done.ExitCode, refused.ExitCode));
        using JsonDocument edit = JsonDocument.Parse(done.Output), refusal = JsonDocument.Parse(refused.Output);
        Assert.Equal(
            edit.RootElement.EnumerateObject().Select(field => field.Name),
            refusal.RootElement.EnumerateObject().Select(field => field.Name));
        Assert.False(refusal.RootElement.GetProperty("isWritten").GetBoolean());
        Assert.Equal("features.x", refusal.RootElement.GetProperty("flag").GetString());
        Assert.Equal($"slowroll: {refusal.RootElement.GetProperty("refusedBecause")}\n", refused.Error);
    }

    [Fact]
    public async Task A_reason_is_escaped() => Assert.Contains(
        """{ "from": "2030-03-05 10:10Z", "reason": "a \"b\" \\ é\n" }""",
        await _workspace.Flag(EditWorkspace.Ramp).FlagAfterAsync(
            "hold", "--at", "2030-03-05 10:08Z", "--reason", "a \"b\" \\ é\n"),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_part_of_a_second_is_rounded_up() => Assert.Contains(
        "\"2030-03-05 10:10:01Z\"",
        await _workspace.Flag(EditWorkspace.Ramp).FlagAfterAsync("hold", "--at", "2030-03-05 10:08:00.25Z"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", "[{ \"from\": \"2030-03-05 10:10Z\" }]")]
    [InlineData(
        "[{ \"from\": \"2030-01-01 00:00Z\", \"until\": \"2030-01-02 00:00Z\" }, ]",
        "[{ \"from\": \"2030-01-01 00:00Z\", \"until\": \"2030-01-02 00:00Z\" }, "
            + "{ \"from\": \"2030-03-05 10:10Z\" }, ]")]
    public async Task A_list_that_is_there_gets_one_more(string list, string edited) => Assert.EndsWith(
        $"\"freezes\": {edited} }}",
        await _workspace.Flag(EditWorkspace.Ramp[..^2] + $", \"freezes\": {list} }}").FlagAfterAsync(
            "hold", "--at", "2030-03-05 10:08Z"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "stable": 1 }""", "features.x has no 'new': there is nothing to hold.")]
    [InlineData("""{ "stable": 1, "new": 2, "early_adopters": ["a"] }""", "features.x has no schedule, so it does not")]
    [InlineData("""{ "stable": 1, "new": 2 }""",
        "features.x can't be edited: The flag has 'new' but neither a schedule")]
    [InlineData("7", "features.x can't be edited: The flag is a number")]
    [InlineData(
        """{ "stable": 1, "new": 2, "start_time": "2030-03-04 00:00Z", "duration": "10d", "start_pct": 100, "end_pct": 0 }""",
        "The share of features.x falls, and a share that falls ignores freezes.")]
    [InlineData(
        """{ "stable": 1, "new": 2, "start_time": "2030-01-04 00:00Z", "duration": "10d" }""",
        "features.x does not move any more since Monday 2030-01-14 00:00Z: it stays at 100 %.")]
    [InlineData(
        """{ "stable": 1, "new": 2, "start_time": "2030-03-04 00:00Z", "duration": "10d", "rollback": { "from": "2030-03-05 00:00Z" } }""",
        "features.x was rolled back at Tuesday 2030-03-05 00:00Z: nobody has 'new', and nothing moves.")]
    [InlineData(
        """{ "stable": 1, "new": 2, "start_time": "2030-03-04 00:00Z", "duration": "10d", "rollback": { "from": "2030-03-05 00:00Z", "over": "2d" } }""",
        "features.x is being rolled back since Tuesday 2030-03-05 00:00Z, and rollbacks ignore freezes: "
            + "everybody is back at")]
    [InlineData(
        """{ "stable": 1, "new": 2, "start_time": "2030-03-04 00:00Z", "duration": "10d", "freezes": [{ "from": "2030-03-05 00:00Z", "reason": "errors" }] }""",
        "features.x is held already, from Tuesday 2030-03-05 00:00Z on, by 'freezes[0]' (\"errors\"). To let it go on")]
    [InlineData(
        """{ "stable": 1, "new": 2, "start_time": "2030-03-04 00:00Z", "duration": "10d", "waves": [{ "freezes": [{ "from": "2030-03-05 00:00Z" }] }] }""",
        "features.x is held already, from Tuesday 2030-03-05 00:00Z on, by 'waves[0].freezes[0]'. To let it go on")]
    public async Task What_does_not_rise_is_not_held(string rollout, string why) => Assert.StartsWith(
        why, await _workspace.Flag(rollout).RefusalAsync("hold", "--at", "2030-03-05 10:08Z"),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_rollback_that_is_planned_for_later_does_not_matter()
    {
        var run = await _workspace.Flag(
            EditWorkspace.Ramp[..^2] + """, "rollback": { "from": "2030-03-08 00:00Z" } }""")
            .EditAsync("hold", "--at", "2030-03-05 10:08Z");

        Assert.Equal(ExitCode.Success, run.ExitCode);
    }

    [Fact]
    public async Task A_flag_in_waves_says_the_share_of_each()
    {
        var run = await _workspace.Flag(
            EditWorkspace.Ramp[..^2] + """, "waves": [{ "audience": "eu", "duration": "2d" }, {}] }""",
            """ "$slowroll": { "audiences": { "eu": { "keys": ["a"] } } }, """)
            .EditAsync("hold", "--at", "2030-03-05 10:08Z", "--now");

        Assert.Contains(
            "at 71.11 % of the hosts of audience 'eu', 14.22 % of all other hosts", run.Output,
            StringComparison.Ordinal);
        Assert.Contains("up to 0.07 % of a group, if", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--lead: 'soon' is no duration", "--lead", "soon")]
    [InlineData("--lead: '-1m' is negative", "--lead", "-1m")]
    [InlineData("--lead and --now are both there", "--lead", "1m", "--now")]
    [InlineData("--at: 'soon' is no day and no time", "--at", "soon")]
    [InlineData("That instant lies beyond the year 9999", "--at", "9999-12-31 23:59:59Z")]
    [InlineData("--lead: (a URL, which is not shown) is no duration", "--lead", "http://a:s3cret@b/")]
    public async Task Options_that_can_not_be_read_are_wrong_usage(string why, params string[] options)
    {
        var run = await _workspace.Flag(EditWorkspace.Ramp).EditAsync("hold", options);

        Assert.Equal((ExitCode.WrongUsage, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"slowroll: {why}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_says_the_same_to_programs()
    {
        var run = await _workspace.Flag(EditWorkspace.Ramp).EditAsync(
            "hold", "--at", "2030-03-05 10:08Z", "--now", "--dry-run", "--format", "json");

        using var json = System.Text.Json.JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        Assert.Equal("hold", root.GetProperty("command").GetString());
        Assert.Equal("features.x", root.GetProperty("flag").GetString());
        Assert.False(root.GetProperty("isWritten").GetBoolean());
        Assert.Equal("2030-03-05T10:08:00Z", root.GetProperty("from").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, root.GetProperty("until").ValueKind);
        Assert.Equal("freezes[0]", root.GetProperty("changes")[0].GetProperty("field").GetString());
        Assert.Equal("added", root.GetProperty("changes")[0].GetProperty("action").GetString());
        Assert.Equal(14.222222, root.GetProperty("shares")[0].GetProperty("percent").GetDouble(), 5);
        Assert.Equal(0.0139, root.GetProperty("goesBack").GetDouble(), 4);
    }
}
