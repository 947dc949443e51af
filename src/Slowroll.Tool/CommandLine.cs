using System.Reflection;
using Slowroll.Tool.Pulling;

namespace Slowroll.Tool;

/// <summary>Finds the command that is meant.</summary>
internal static class CommandLine
{
    private const string Usage = """
        slowroll: rolls values out slowly

          slowroll pull <url> <file>     brings a snapshot up to date with the live config
          slowroll pull --list <list>    the same for many: lines of a file, a tab and a URL

            --etags <folder>             remembers ETags there, so that what is unchanged isn't sent again
            --timeout <seconds>          gives up on a server after that time; 30 unless told

          slowroll --version
          slowroll --help

        It ends with 0 when all is done, 1 when a snapshot stayed as it was because its config couldn't be had,
        and 2 when it can't understand the command.
        """;

    public static async Task<ExitCode> RunAsync(
        string[] arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        switch (arguments)
        {
            case ["pull", .. var rest]:
                try
                {
                    return await PullCommand.Parse(rest).RunAsync(output, cancellationToken);
                }
                catch (UsageException exception)
                {
                    errors.WriteLine($"{exception.Message} 'slowroll --help' says how.");
                    return ExitCode.WrongUsage;
                }

            case ["--help" or "-h" or "-?"]:
                output.WriteLine(Usage);
                return ExitCode.Done;
            case ["--version"]:
                output.WriteLine(typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
                return ExitCode.Done;
            default:
                errors.WriteLine(Usage);
                return ExitCode.WrongUsage;
        }
    }
}
