using System.Reflection;
using Slowroll.Schemas.Naming;
using Slowroll.Texts;
using Slowroll.Tool.Checking;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Pulling;

namespace Slowroll.Tool;

/// <summary>The <c>slowroll</c> command: finds the verb, and tells of wrong usage.</summary>
/// <param name="output">Takes what was asked for.</param>
/// <param name="error">Takes what went wrong.</param>
internal sealed class SlowrollCommand(TextWriter output, TextWriter error)
{
    public async Task<ExitCode> RunAsync(IEnumerable<string> arguments)
    {
        try
        {
            return ResponseFile.Expand(arguments) switch
            {
                ["--help" or "-h", ..] or [_, .., "--help"] or [_, "-h"] => Print(HelpText.All + RulePages.Line),
                ["--version"] => Print(Version + Environment.NewLine),
                ["pull", .. var rest] => await new PullVerb(output, error).RunAsync(rest).ConfigureAwait(false),
                ["check", .. var rest] => await new CheckVerb(output).RunAsync(rest).ConfigureAwait(false),
                [] => throw new UsageException("Say what to do: pull or check."),
                [var verb, ..] => throw new UsageException($"There is no '{MessageText.Of(UrlText.Shown(verb))}'; there are pull and check."),
            };
        }
        catch (UsageException e)
        {
            await error.WriteLineAsync($"slowroll: {MessageText.Whole(e.Message)} {HelpText.Hint}").ConfigureAwait(false);
            return ExitCode.WrongUsage;
        }
    }

    private static string Version =>
        typeof(SlowrollCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private ExitCode Print(string text)
    {
        output.Write(text);
        return ExitCode.Success;
    }
}
