using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Editing;

/// <summary><c>slowroll rollback</c>.</summary>
public sealed class RollbackCommandTests : IDisposable
{
    private readonly EditWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("""{ "from": "2030-03-06 00:00Z" }""")]
    [InlineData("""{ "from": "2030-03-06 00:00Z", "over": "1h30m" }""", "--over", "1h30m")]
    public async Task A_rollback_is_added(string rollback, params string[] options) => Assert.Equal(
        $"{EditWorkspace.Ramp[..^2]}, \"rollback\": {rollback} }}",
        await _workspace.Flag(EditWorkspace.Ramp).FlagAfterAsync("rollback", ["--at", "2030-03-06", .. options]));

    [Fact]
    public async Task It_says_who_goes_back_and_until_when()
    {
        var run = await _workspace.Flag(EditWorkspace.Ramp).EditAsync("rollback", "--at", "2030-03-06", "--over", "1h");

        Assert.StartsWith(
            $"""
            {_workspace.Config}: features.x: added 'rollback' (line 1).
            features.x: those who have 'new' (20 %) go back from Wednesday 2030-03-06 00:00Z until Wednesday 2030-03-06 01:00Z, and nobody newly gets it.

            """, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "stable": 1, "new": 2, "early_adopters": ["a"] }""",
        "(0 % and the early adopters) go back at once")]
    [InlineData(
        """{ "stable": 1, "new": 2, "start_time": "2030-04-04 00:00Z", "duration": "1d" }""",
        "features.x: nobody has 'new' yet, and from Wednesday 2030-03-06 00:00Z on nobody gets it.")]
    [InlineData(
        """{ "stable": 1, "new": 2, "start_time": "2030-01-04 00:00Z", "duration": "1d" }""",
        "features.x: those who have 'new' (100 %) go back at once, Wednesday 2030-03-06 00:00Z, and")]
    public async Task Whoever_has_it_or_gets_it_loses_it(string rollout, string effect)
    {
        var run = await _workspace.Flag(rollout).EditAsync("rollback", "--at", "2030-03-06");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains(effect, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "stable": 1 }""", "features.x has no 'new': there is nothing to take back.")]
    [InlineData(
        """{ "stable": 1, "new": 2, "start_time": "2030-01-04 00:00Z", "duration": "1d", "start_pct": 50, "end_pct": 0 }""",
        "Nobody has 'new' of features.x, and nobody gets it.")]
    [InlineData("""{ "stable": 1, "new": 2, "early_adopters": [] }""", "Nobody has 'new' of features.x")]
    [InlineData(
        """{ "stable": 1, "new": 2, "early_adopters": ["a"], "rollback": { "from": "2030-03-05 00:00Z" } }""",
        "features.x has a 'rollback' already, from Tuesday 2030-03-05 00:00Z on.")]
    public async Task Where_nobody_loses_anything_it_is_refused(string rollout, string why) => Assert.StartsWith(
        why, await _workspace.Flag(rollout).RefusalAsync("rollback", "--at", "2030-03-06"), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("-1h")]
    [InlineData("1 hour")]
    public async Task A_length_that_can_not_be_read_is_wrong_usage(string over) => Assert.Equal(
        ExitCode.WrongUsage,
        (await _workspace.Flag(EditWorkspace.Ramp).EditAsync("rollback", "--over", over)).ExitCode);
}
