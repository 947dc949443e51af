using System.Reflection;
using Slowroll.Schemas.Naming;
using Slowroll.Texts;
using Slowroll.Tool.Checking;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Disk;
using Slowroll.Tool.Printing;
using Slowroll.Tool.Pulling;

namespace Slowroll.Tool;

/// <summary>The <c>slowroll</c> command: finds the verb, and reports wrong usage.</summary>
/// <param name="output">The output.</param>
/// <param name="error">The output of errors.</param>
internal sealed class SlowrollCommand(TextWriter output, TextWriter error)
{
    private readonly ResultPrinter _results = new(output);
    private readonly FaultPrinter _faults = new(error);

    public async Task<ExitCode> RunAsync(string[] arguments)
    {
        try
        {
            return arguments switch
            {
                var all when AsksForHelp(all) => await PrintAsync(HelpText.All + RulePages.Line).ConfigureAwait(false),
                ["--version"] => await PrintAsync(Version + Environment.NewLine).ConfigureAwait(false),
                ["pull", .. var rest] => await new PullVerb(_results, _faults).RunAsync(rest).ConfigureAwait(false),
                [BuildPull.Verb] =>
                    await new PullVerb(_results, _faults)
                        .RunAsync(BuildPull.Arguments(Environment.GetEnvironmentVariable))
                        .ConfigureAwait(false),
                ["check", .. var rest] => await new CheckVerb(_results).RunAsync(rest).ConfigureAwait(false),
                [] => throw new UsageException("Say what to do: pull or check."),
                [var verb, ..] => throw new UsageException(
                    $"There is no '{MessageText.Of(UrlText.Shown(verb))}'; there are pull and check."),
            };
        }
        catch (UsageException exception)
        {
            await _faults.WriteLineAsync($"slowroll: {MessageText.Whole(exception.Message)} {HelpText.Hint}")
                .ConfigureAwait(false);
            return ExitCode.WrongUsage;
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            // For example, the current directory was deleted: then no relative path works.
            await _faults.WriteLineAsync($"slowroll: {MessageText.Whole(exception.Message)}").ConfigureAwait(false);
            return ExitCode.Failure;
        }
        catch (OutputLostException exception)
        {
            await _faults.WriteLineAsync(
                $"slowroll: The output can't be written ({MessageText.Whole(exception.Message).TrimEnd('.')}). "
                + "Make room where the output goes to, or leave it open.").ConfigureAwait(false);
            return ExitCode.OutputLost;
        }
    }

    // After -- nothing is an option: a config may have the name --help.
    private static bool AsksForHelp(string[] arguments) =>
        arguments.TakeWhile(argument => argument != "--")
            .ToArray() is ["--help" or "-h", ..] or [_, .., "--help"] or [_, "-h"];

    private static string Version =>
        typeof(SlowrollCommand).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private async Task<ExitCode> PrintAsync(string text)
    {
        await _results.WriteAsync(text).ConfigureAwait(false);
        return ExitCode.Success;
    }
}
