namespace Slowroll.Tool.Tests.EndToEnd;

/// <summary>A person without any file begins with the command.</summary>
public sealed class StartProcessTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("slowroll init && slowroll check app_features.json --strict", 0, "1 flag, no problems.")]
    [InlineData("slowroll init new/folder && ls new/folder", 0, "slowroll.schema.json")]
    [InlineData("slowroll init a b", 2, "Write: slowroll init [<folder>].")]
    [InlineData("touch file && slowroll init file", 2, "'file' is a file.")]
    [InlineData("slowroll infer", 2, "Write: slowroll infer <config>.")]
    [InlineData("slowroll infer gone.json", 3, "'gone.json' can't be read")]
    [InlineData("echo '{\"f\":{\"x\":{\"stable\":1}}}' > a.json && slowroll infer a.json", 0, "1 flag declared (f.x)")]
    [InlineData("echo '{\"f\":{\"x\":{\"stable\":1}}}' | slowroll infer -", 0, "$defs/integer")]
    [InlineData("echo '{' | slowroll infer -", 3, "'(standard input)' is no config that a program would take.")]
    public async Task It_ends_with_its_exit_code_and_says_what_it_did(string line, int exitCode, string text)
    {
        var run = await ToolProcess.RunAsync(line, _workspace[""]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(text, run.Output + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
