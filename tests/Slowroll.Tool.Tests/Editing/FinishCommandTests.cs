using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Editing;

/// <summary><c>slowroll finish</c>.</summary>
public sealed class FinishCommandTests : IDisposable
{
    private const string All = """
        { /* a */ "stable": { "b": [1e400, "\u0041"] }, "description": "kept", "new": { "b": [ 2.50, /* in */ "é" ] }, // n
          "start_time": "2030-01-04 00:00Z", "steps": [{ "pct": 100 }], "waves": [{}], "freezes": [], "hours": "Mon-Sun 00:00-24:00Z",
          "urgent": "2030-01-01 00:00Z", "early_adopters": ["a"], "early_adopter_patterns": ["b.*"], "start_pct": 1,
          "salt": "s", "$comment": "kept", "interpolate": false, "x-team": "kept" }
        """;

    private readonly EditWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task The_value_that_won_is_copied_byte_for_byte_and_all_fields_of_the_rollout_go() => Assert.Equal(
        """
        { /* a */ "stable": { "b": [ 2.50, /* in */ "é" ] }, "description": "kept", // n
          "$comment": "kept", "x-team": "kept" }
        """,
        await _workspace.Flag(All).FlagAfterAsync("finish", "--at", "2030-03-01"));

    [Fact]
    public async Task After_a_rollback_stable_has_won() => Assert.Equal(
        """{ "stable": false }""",
        await _workspace.Flag(EditWorkspace.Ramp[..^2] + """, "rollback": { "from": "2030-03-05 00:00Z" } }""")
            .FlagAfterAsync("finish", "--at", "2030-03-06"));

    [Theory]
    [InlineData("new", """{ "stable": true }""")]
    [InlineData("stable", """{ "stable": false }""")]
    public async Task Before_its_end_it_is_said_which_value_everybody_gets(string value, string edited) => Assert.Equal(
        edited, await _workspace.Flag(EditWorkspace.Ramp).FlagAfterAsync("finish", "--value", value));

    [Fact]
    public async Task Members_that_are_there_twice_go_both() => Assert.Equal(
        """{ "stable": 3 }""",
        await _workspace.Flag(
            """{ "duration": "1d", "stable": 1, "new": 2, "new": 3, "start_time": "2030-01-04 00:00Z", "duration": "2d" }""")
            .FlagAfterAsync("finish"));

    [Fact]
    public async Task A_wrong_schedule_goes_too() => Assert.Equal(
        """{ "stable": 2 }""",
        await _workspace.Flag("""{ "stable": 1, "new": 2, "duration": "soon" }""").FlagAfterAsync(
            "finish", "--value", "new"));

    [Theory]
    [InlineData("2030-03-13 23:59Z", "The rollout of features.x is not over: ")]
    [InlineData("2030-03-04", "The rollout of features.x is not over: ")]
    public async Task Before_the_end_it_is_refused(string at, string why) => Assert.StartsWith(
        why, await _workspace.Flag(EditWorkspace.Ramp).RefusalAsync("finish", "--at", at), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "stable": 1 }""", "features.x has one value for everybody already")]
    [InlineData("""{ "stable": 1, "new": 2, "early_adopters": ["a"] }""",
        "features.x has early adopters and no schedule")]
    [InlineData(
        """{ "stable": 1, "new": 2, "start_time": "2030-01-04 00:00Z", "duration": "1d", "end_pct": 50 }""",
        "The rollout of features.x is over, and not everybody has the same value: 50 % have 'new'.")]
    [InlineData("""{ "stable": 1, "new": 2, "duration": "soon" }""", "features.x can't be edited: ")]
    public async Task What_has_no_winner_is_refused(string rollout, string why) => Assert.StartsWith(
        why, await _workspace.Flag(rollout).RefusalAsync("finish"), StringComparison.Ordinal);

    [Fact]
    public async Task A_value_that_is_not_there_is_refused() => Assert.StartsWith(
        "features.x has no 'new'",
        await _workspace.Flag("""{ "stable": 1, "duration": "1d" }""").RefusalAsync("finish", "--value", "new"),
        StringComparison.Ordinal);

    [Fact]
    public async Task Another_value_is_wrong_usage() => Assert.Equal(
        ExitCode.WrongUsage,
        (await _workspace.Flag(EditWorkspace.Ramp).EditAsync("finish", "--value", "true")).ExitCode);
}
