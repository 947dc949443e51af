namespace Slowroll.Tool.Tests.EndToEnd;

/// <summary><c>slowroll completion</c>: the script works in a shell.</summary>
public sealed class CompletionProcessTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("slowroll exp", "explain")]
    [InlineData("slowroll explain --form", "--format")]
    [InlineData("slowroll explain a b --format js", "json")]
    [InlineData("slowroll completion zs", "zsh")]
    [InlineData("slowroll nothing --xyz", "")]
    public async Task Bash_completes_a_line(string line, string completed)
    {
        var run = await ToolProcess.RunAsync(
            $$"""
            source <(slowroll completion bash)
            COMP_LINE='{{line}}'; COMP_POINT=${#COMP_LINE}; COMP_WORDS=($COMP_LINE); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _slowroll_complete; printf '%s\n' "${COMPREPLY[@]}"
            """,
            _workspace[""]);

        Assert.Equal((0, completed, ""), (run.ExitCode, run.Output.Trim(), run.Error));
    }

    [Theory]
    [InlineData("slowroll completion tcsh", 2, "There is no script for 'tcsh'; there are bash, zsh, fish, powershell.")]
    [InlineData("slowroll completion", 2, "Write: slowroll completion <shell>")]
    public async Task An_unknown_shell_is_wrong_usage(string line, int exitCode, string message)
    {
        var run = await ToolProcess.RunAsync(line, _workspace[""]);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
