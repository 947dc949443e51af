using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Editing;

/// <summary><c>slowroll unfreeze</c>.</summary>
public sealed class UnfreezeCommandTests : IDisposable
{
    private readonly EditWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task The_end_is_written_into_every_freeze_of_the_config_that_has_none()
    {
        _workspace.Flag(
            EditWorkspace.Ramp,
            """ "$slowroll": { "freezes": [{ "from": "2030-03-05 00:00Z" }, {"from":"2030-03-09 00:00Z"}] }, """);

        var run = await EditWorkspace.RunAsync("unfreeze", _workspace.Config, "--at", "2030-03-06");

        Assert.Contains(
            """[{ "from": "2030-03-05 00:00Z", "until": "2030-03-06 00:00Z" }, {"from":"2030-03-09 00:00Z","until":"2030-03-09 00:00:01Z"}]""",
            _workspace.Text, StringComparison.Ordinal);
        Assert.Contains("added 'freezes[0].until' (line 1), 'freezes[1].until' (line 1).", run.Output,
            StringComparison.Ordinal);
        Assert.Contains("on 1 flag goes on: features.x.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The config is not frozen: it has no freeze without 'until'.")]
    [InlineData(
        """ "$slowroll": { "freezes": [{ "from": "2030-03-05 00:00Z", "until": "2030-03-08 00:00Z" }] }, """,
        "The config is not frozen: it has no freeze without 'until'. The one that holds all flags now ends by itself")]
    public async Task What_is_not_frozen_is_refused(string settings, string why)
    {
        var run = await EditWorkspace.RunAsync(
            "unfreeze", _workspace.Flag(EditWorkspace.Ramp, settings).Config, "--at", "2030-03-06");

        Assert.Equal((ExitCode.Found, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"slowroll: {why}", run.Error, StringComparison.Ordinal);
    }
}
