using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Editing;

/// <summary><c>slowroll freeze</c>.</summary>
public sealed class FreezeCommandTests : IDisposable
{
    private const string Freeze = """{ "from": "2030-03-05 10:10Z" }""";

    private readonly EditWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("{}", $$"""{ "$slowroll": { "freezes": [{{Freeze}}] } }""")]
    [InlineData("""{ "s": {} }""", $$"""{ "$slowroll": { "freezes": [{{Freeze}}] }, "s": {} }""")]
    [InlineData("""{"s":{}}""", """{"$slowroll":{"freezes":[{"from":"2030-03-05 10:10Z"}]},"s":{}}""")]
    [InlineData(
        "{\n  // of s\n  \"s\": {}\n}",
        $"{{\n  \"$slowroll\": {{\n    \"freezes\": [{Freeze}]\n  }},\n  // of s\n  \"s\": {{}}\n}}")]
    [InlineData(
        "{\r\n\t\"$schema\": \"a.json\", // its schema\r\n\t\"s\": {}\r\n}",
        "{\r\n\t\"$schema\": \"a.json\", // its schema\r\n\t\"$slowroll\": {\r\n\t\t\"freezes\": "
            + $"[{Freeze}]\r\n\t}},\r\n\t\"s\": {{}}\r\n}}")]
    [InlineData(
        """{ "$slowroll": { "hours": "Mon-Fri 08:00-16:00Z" } }""",
        $$"""{ "$slowroll": { "hours": "Mon-Fri 08:00-16:00Z", "freezes": [{{Freeze}}] } }""")]
    [InlineData(
        """{ "$slowroll": { "freezes": [ ] }, "\u0024slowroll": { "\u0066reezes": [] } }""",
        $$"""{ "$slowroll": { "freezes": [ ] }, "\u0024slowroll": { "\u0066reezes": [{{Freeze}}] } }""")]
    public async Task A_freeze_is_written_into_the_settings(string config, string edited)
    {
        var run = await FreezeAsync(config);

        Assert.Equal((ExitCode.Success, "", edited), (run.ExitCode, run.Error, _workspace.Text));
    }

    [Fact]
    public async Task It_says_which_flags_stand_still_and_which_keep_moving()
    {
        var run = await FreezeAsync($$"""
            { "f": {
              "still": {{EditWorkspace.Ramp}},
              "held": {{EditWorkspace.Ramp[..^2]}}, "freezes": [{ "from": "2030-03-04 00:00Z" }] },
              "back": {{EditWorkspace.Ramp[..^2]}}, "rollback": { "from": "2030-03-05 10:00Z", "over": "1h" } },
              "wave": {{EditWorkspace.Ramp[..^2]}}, "waves": [{ "rollback": { "from": "2030-03-05 10:00Z", "over": "1h" } }] },
              "down": {{EditWorkspace.Ramp[..^2]}}, "start_pct": 100, "end_pct": 0 },
              "urgent": {{EditWorkspace.Ramp[..^2]}}, "urgent": "2030-03-05 12:00Z" },
              "over": { "stable": 1, "new": 2, "start_time": "2030-02-04 00:00Z", "duration": "1d" },
              "plain": { "stable": 1 }, "wrong": 7
            } }
            """, "--until", "2030-03-07", "--now", "--lead", "0s");
        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);

        run = await EditWorkspace.RunAsync(
            "freeze", _workspace.Config, "--at", "2030-03-05 10:10Z", "--now", "--until", "2030-03-07");

        Assert.StartsWith(
            $"""
            {_workspace.Config}: $slowroll: added 'freezes[0]' (line 1).
            From Tuesday 2030-03-05 10:10Z on no share rises, until Thursday 2030-03-07 00:00Z.
            1 flag stands still: f.still.
            These keep moving: f.back (rollback until Tuesday 2030-03-05 11:00Z), f.wave (rollback of a wave until Tuesday 2030-03-05 11:00Z), f.down (its share falls), f.urgent (urgent from Tuesday 2030-03-05 12:00Z).
            Hosts that switch before they have seen it go back, if they poll every minute: up to 0.01 % of f.still.

            """, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frozen_config_is_not_frozen_again()
    {
        var run = await FreezeAsync(
            """{ "$slowroll": { "freezes": [{ "from": "2030-03-04 00:00Z", "reason": "end" }] } }""");

        Assert.Equal((ExitCode.Found, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(
            "slowroll: The config is frozen already, from Monday 2030-03-04 00:00Z on, by '$slowroll.freezes[0]' "
                + "(\"end\").",
            run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2030-03-05 10:10Z")]
    [InlineData("2030-03-01")]
    public async Task An_end_that_is_not_later_is_wrong_usage(string until) => Assert.Equal(
        ExitCode.WrongUsage, (await FreezeAsync("{}", "--until", until)).ExitCode);

    [Theory]
    [InlineData("""{ "$slowroll": 7 }""", "(1,16): ")]
    [InlineData("{\n\"$slowroll\": { \"freezes\": {} } }", "(2,27): ")]
    [InlineData("""{ "s": { "x": { "stable": 1, "freezes": null } } }""", "(1,41): ")]
    [InlineData("""{ "s": { "x": { "stable": 1, "waves": [{ "freezes": "now" }] } } }""", "(1,53): ")]
    [InlineData("""{ "s": """, "(1,8): ")]
    [InlineData("[]", "(1,1): ")]
    [InlineData("", "(1,1): ")]
    public async Task What_no_program_would_take_is_not_edited(string config, string place)
    {
        var run = await FreezeAsync(config);

        Assert.Equal((ExitCode.NotReadable, "", config), (run.ExitCode, run.Output, _workspace.Text));
        Assert.StartsWith($"slowroll: {_workspace.Config}{place}the config can't be edited", run.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_full_stays_as_it_is()
    {
        var full = string.Join(", ", Enumerable.Repeat(
            """{ "from": "2030-01-01 00:00Z", "until": "2030-01-02 00:00Z" }""", 100));

        var run = await FreezeAsync($$"""{ "$slowroll": { "freezes": [{{full}}] } }""");

        Assert.Equal((ExitCode.Found, ""), (run.ExitCode, run.Output));
        Assert.Contains("no program would take the result", run.Error, StringComparison.Ordinal);
    }

    private Task<Run> FreezeAsync(string config, params string[] options)
    {
        _workspace.Write(config);
        return EditWorkspace.RunAsync(["freeze", _workspace.Config, "--at", "2030-03-05 10:08Z", .. options]);
    }
}
