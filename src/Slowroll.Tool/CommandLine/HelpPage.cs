using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Slowroll.Tool.CommandLine;

/// <summary>What <c>--help</c> prints: the library's page, examples of the command, and for the whole command the exit
/// codes and where the rules are explained.</summary>
internal sealed class HelpPage(HelpAction page, Session session) : SynchronousCommandLineAction
{
    private const int Width = 80;

    private const string ExitCodes = """
        Exit codes:
          0  success
          1  something was found: a problem, a lost value, an expectation that doesn't hold
          2  wrong arguments; nothing was done
          3  a file or URL can't be read, or a file or the output can't be written
        130  interrupted before it was done

        Inputs are files, URLs, or - for the standard input. After -- nothing is an option.

        """;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        page.MaxWidth = session.Terminal.IsTerminal ? session.Terminal.Width : Width;
        using var text = new StringWriter();
        parseResult.InvocationConfiguration.Output = text;
        page.Invoke(parseResult);
        session.Output.Write(text.ToString().TrimEnd() + Environment.NewLine + Environment.NewLine);
        var command = parseResult.CommandResult.Command;
        if (Examples(command) is { Count: > 0 } examples)
        {
            session.Output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
            foreach (var example in examples)
                session.Output.WriteLine($"  slowroll {example}");
            session.Output.WriteLine("");
        }
        else if (command is RootCommand)
        {
            session.Output.Write(ExitCodes.ReplaceLineEndings() + Environment.NewLine + RulePages.Line);
        }

        return (int)ExitCode.Success;
    }

    // A command such as "generate" has those of what it generates.
    private static IReadOnlyList<string> Examples(Command command) => command switch
    {
        ToolCommand tool => tool.Examples,
        RootCommand => [],
        _ => [.. command.Subcommands.SelectMany(Examples)],
    };
}
