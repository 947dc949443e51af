using System.CommandLine;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Completing;

/// <summary><c>slowroll completion</c>: prints a script with which a shell completes the command.</summary>
internal sealed class CompletionCommand : ToolCommand
{
    private readonly Argument<string> _shell = new("shell") { Description = "bash, zsh, fish or powershell" };

    public CompletionCommand(Session session)
        : base(
            session,
            "completion",
            "Prints a script with which a shell completes commands, options and their values.",
            "completion bash >> ~/.bashrc",
            "completion powershell >> $PROFILE")
    {
        _shell.CompletionSources.Add([.. ShellScripts.Shells]);
        Arguments.Add(_shell);
    }

    protected override Task<ExitCode> RunAsync(ParseResult call, CancellationToken cancellation)
    {
        var shell = call.GetRequiredValue(_shell);
        Session.Output.Write(ShellScripts.Find(shell) ?? throw new UsageException(
            $"There is no script for '{OneLine.Of(UrlText.Shown(shell))}'; there are "
                + $"{string.Join(", ", ShellScripts.Shells)}."));
        return Task.FromResult(ExitCode.Success);
    }
}
