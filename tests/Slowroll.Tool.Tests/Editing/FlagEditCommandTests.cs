using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Editing;

/// <summary>Which flag an edit is of.</summary>
public sealed class FlagEditCommandTests : IDisposable
{
    private readonly EditWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("s.x", "s", "x")]
    [InlineData("a.b.c", "a.b", "c")]
    [InlineData("a.b.c", "a", "b.c")]
    [InlineData("..", ".", "")]
    [InlineData(".x", "", "x")]
    [InlineData("\"a.b\".c", "a.b", "c")]
    [InlineData("😀.\"x\\", "😀", "\\\"x\\\\")]
    [InlineData("s.é\n", "\\u0073", "\\u00e9\\n")]
    public async Task Every_dot_may_be_the_one_between_section_and_key(string name, string section, string key)
    {
        var rollout = EditWorkspace.Ramp;
        _workspace.Write($$"""{ "{{section}}": { "{{key}}": {{rollout}} } }""");

        var run = await EditWorkspace.RunAsync("rollback", name, _workspace.Config);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains($"\"{key}\": {rollout[..^2]}, \"rollback\"", _workspace.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_of_several_sections_and_flags_with_a_name_counts()
    {
        var rollout = EditWorkspace.Ramp;
        _workspace.Write($$"""{ "s": { "x": 1 }, "s": { "x": 2, "x": {{rollout}} } }""");

        var run = await EditWorkspace.RunAsync("rollback", "s.x", _workspace.Config);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.StartsWith(
            $$"""{ "s": { "x": 1 }, "s": { "x": 2, "x": {{rollout[..^2]}}, "rollback":""", _workspace.Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "features.fast_indx", "The config has no flag 'features.fast_indx' (did you mean 'features.fast_index'?).")]
    [InlineData("fast_index", "The config has no flag 'fast_index' (did you mean 'features.fast_index'?).")]
    [InlineData("q.y", "The config has no flag 'q.y'.")]
    [InlineData("$slowroll.freezes", "The config has no flag '$slowroll.freezes'.")]
    [InlineData("", "The config has no flag ''. Write its section, a dot and its key.")]
    [InlineData("a.b.c", "'a.b.c' may be \"a\".b.c or \"a.b\".c: write the section in quotation marks.")]
    [InlineData("http://a:s3cret@b.c/", "The config has no flag '(a URL, which is not shown)'.")]
    [InlineData("x\n.##vso", "The config has no flag 'x\\u000A.\\u0023#vso'.")]
    public async Task A_name_that_is_unknown_or_that_of_two_is_wrong_usage(string name, string why)
    {
        const string Config = """
            { "$slowroll": { "freezes": [] }, "features": { "fast_index": { "stable": 1 } },
              "a": { "b.c": { "stable": 1 } }, "a.b": { "c": { "stable": 1 } } }
            """;

        var run = await EditWorkspace.RunAsync("hold", name, _workspace.Write(Config).Config);

        Assert.Equal((ExitCode.WrongUsage, "", Config), (run.ExitCode, run.Output, _workspace.Text));
        Assert.StartsWith($"slowroll: {why}", run.Error, StringComparison.Ordinal);
    }
}
