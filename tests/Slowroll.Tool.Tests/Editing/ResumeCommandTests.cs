namespace Slowroll.Tool.Tests.Editing;

/// <summary><c>slowroll resume</c>.</summary>
public sealed class ResumeCommandTests : IDisposable
{
    private readonly EditWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(
        """[{ "from": "2030-03-05 00:00Z", "reason": "errors" }]""",
        """[{ "from": "2030-03-05 00:00Z", "until": "2030-03-06 00:00Z", "reason": "errors" }]""")]
    [InlineData(
        """[{"from":"2030-03-05 00:00Z"}]""", """[{"from":"2030-03-05 00:00Z","until":"2030-03-06 00:00Z"}]""")]
    [InlineData(
        """[{ "from": "2030-03-05 00:00Z" }, { "from": "2030-03-01 00:00Z", "until": "2030-03-02 00:00Z" }, { "from": "2030-03-04 00:00Z", }]""",
        """[{ "from": "2030-03-05 00:00Z", "until": "2030-03-06 00:00Z" }, { "from": "2030-03-01 00:00Z", "until": "2030-03-02 00:00Z" }, { "from": "2030-03-04 00:00Z", "until": "2030-03-06 00:00Z", }]""")]
    [InlineData(
        "[\n{\n\t// why\n\t\"from\": \"2030-03-05 00:00Z\" // since\n}\n]",
        "[\n{\n\t// why\n\t\"from\": \"2030-03-05 00:00Z\", // since\n\t\"until\": \"2030-03-06 00:00Z\"\n}\n]")]
    public async Task The_end_is_written_into_every_freeze_that_has_none(string freezes, string edited) =>
        Assert.EndsWith(
            $"\"freezes\": {edited} }}",
            await _workspace.Flag(EditWorkspace.Ramp[..^2] + $", \"freezes\": {freezes} }}").FlagAfterAsync(
                "resume", "--at", "2030-03-06"),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_freeze_that_has_not_begun_lasts_a_second() => Assert.Contains(
        """{ "from": "2030-03-07 00:00Z", "until": "2030-03-07 00:00:01Z" }""",
        await _workspace.Flag(EditWorkspace.Ramp[..^2] + """, "freezes": [{ "from": "2030-03-07 00:00Z" }] }""")
            .FlagAfterAsync("resume", "--at", "2030-03-06"),
        StringComparison.Ordinal);

    [Fact]
    public async Task It_says_from_which_share_it_goes_on_and_when_it_ends()
    {
        var run = await _workspace
            .Flag(EditWorkspace.Ramp[..^2] + """, "freezes": [{ "from": "2030-03-05 00:00Z" }] }""")
            .EditAsync("resume", "--at", "2030-03-06");

        Assert.StartsWith(
            $"""
            {_workspace.Config}: features.x: added 'freezes[0].until' (line 1).
            features.x goes on from Wednesday 2030-03-06 00:00Z at 10 %, and ends Friday 2030-03-15 00:00Z.

            """, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Freezes_of_waves_end_only_where_the_flag_has_none_of_its_own()
    {
        _workspace.Flag(EditWorkspace.Ramp[..^2] + """
            , "freezes": [{ "from": "2030-03-05 00:00Z" }], "waves": [{ "freezes": [{ "from": "2030-03-04 12:00Z" }] }] }
            """.TrimEnd());

        var first = await _workspace.EditAsync("resume", "--at", "2030-03-06");
        var second = await _workspace.EditAsync("resume", "--at", "2030-03-07");

        Assert.Contains("added 'freezes[0].until'", first.Output, StringComparison.Ordinal);
        Assert.Contains(
            "stands still all the same at 5 %: another freeze without 'until' holds it.", first.Output,
            StringComparison.Ordinal);
        Assert.Contains("Still without 'until': 'waves[0].freezes[0]'", first.Output, StringComparison.Ordinal);
        Assert.Contains("added 'waves[0].freezes[0].until'", second.Output, StringComparison.Ordinal);
        Assert.Contains("goes on from Thursday 2030-03-07 00:00Z at 5 %", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frozen_config_holds_it_all_the_same()
    {
        var run = await _workspace.Flag(
            EditWorkspace.Ramp[..^2] + """, "freezes": [{ "from": "2030-03-05 00:00Z" }] }""",
            """ "$slowroll": { "freezes": [{ "from": "2030-03-05 00:00Z" }] }, """)
            .EditAsync("resume", "--at", "2030-03-06");

        Assert.Contains("that of the config: slowroll unfreeze.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "features.x is not held: it has no freeze without 'until'.")]
    [InlineData(
        """, "freezes": [{ "from": "2030-03-05 00:00Z", "until": "2030-03-08 00:00Z" }]""", "",
        "features.x is not held: it has no freeze without 'until'. The one that holds it now ends by itself Friday")]
    [InlineData("", """ "$slowroll": { "freezes": [{ "from": "2030-03-05 00:00Z" }] }, """,
        "features.x is not held: it has no freeze without 'until'. The config has one, for all flags: slowroll "
            + "unfreeze.")]
    [InlineData(
        """, "freezes": [{ "from": "2030-03-05 00:00Z" }], "rollback": { "from": "2030-03-05 00:00Z" }""", "",
        "features.x has a 'rollback' from Tuesday 2030-03-05 00:00Z on: nobody newly gets 'new'. Start it again")]
    public async Task What_is_not_held_is_not_resumed(string fields, string settings, string why) => Assert.StartsWith(
        why,
        await _workspace.Flag($"{EditWorkspace.Ramp[..^2]}{fields} }}", settings).RefusalAsync(
            "resume", "--at", "2030-03-06"),
        StringComparison.Ordinal);
}
