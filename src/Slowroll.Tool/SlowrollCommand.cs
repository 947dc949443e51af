using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using Slowroll.Texts;
using Slowroll.Tool.Checking;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Comparing;
using Slowroll.Tool.Completing;
using Slowroll.Tool.Disk;
using Slowroll.Tool.Editing;
using Slowroll.Tool.Expectations;
using Slowroll.Tool.Explaining;
using Slowroll.Tool.Locks;
using Slowroll.Tool.Manifests;
using Slowroll.Tool.Planning;
using Slowroll.Tool.Printing;
using Slowroll.Tool.Pulling;
using Slowroll.Tool.Serving;
using Slowroll.Tool.Starting;
using Slowroll.Tool.Status;

namespace Slowroll.Tool;

/// <summary>The <c>slowroll</c> command: runs what the arguments name, and reports what went wrong.</summary>
/// <param name="session">What it works with.</param>
internal sealed class SlowrollCommand(Session session)
{
    private const string Hint = "'slowroll --help' prints more.";

    // A file's name may begin with @, and - is a part of many names.
    private static readonly ParserConfiguration Parsing =
        new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Runs a call. It doesn't throw.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="interruption">Asks it to end.</param>
    public async Task<ExitCode> RunAsync(string[] arguments, CancellationToken interruption = default)
    {
        try
        {
            var exitCode = await InvokeAsync(arguments, interruption).ConfigureAwait(false);
            session.Output.Flush();
            return exitCode;
        }
        catch (UsageException exception)
        {
            return Failed(ExitCode.WrongUsage, $"{exception.Message} {Hint}");
        }
        catch (NotReadableException exception)
        {
            return Failed(ExitCode.NotReadable, exception.Message);
        }
        catch (OperationCanceledException)
        {
            return Failed(ExitCode.Interrupted, "It was interrupted before it was done.");
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            // For example, the current directory was deleted: then no relative path works.
            return Failed(ExitCode.NotReadable, exception.Message);
        }
        catch (OutputLostException exception)
        {
            return Failed(
                ExitCode.NotReadable,
                $"The output can't be written ({OneLine.Message(exception.Message).TrimEnd('.')}). Make room where the "
                    + "output goes to, or leave it open.");
        }
#pragma warning disable CA1031 // Whatever it is: people get a sentence, and not a stack trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Failed(
                ExitCode.NotReadable,
                $"This is a fault of the command itself, please report it: {exception.GetType().Name}: "
                    + exception.Message);
        }
    }

    private async Task<ExitCode> InvokeAsync(string[] arguments, CancellationToken interruption)
    {
        var call = Root().Parse(arguments, Parsing);
        if (call.Action is null or { ClearsParseErrors: false } && (call.Errors.Count > 0 || IsOrdinary(call)))
            Usage.Check(call);

        InvocationConfiguration invocation = new()
        {
            EnableDefaultExceptionHandler = false,
            Output = session.Output,
            ProcessTerminationTimeout = null,
        };
        return (ExitCode)await call.InvokeAsync(invocation, interruption).ConfigureAwait(false);
    }

    private static bool IsOrdinary(ParseResult call) => call.CommandResult.Command is ToolCommand;

    private RootCommand Root()
    {
        RootCommand root = new("slowroll: feature flags from a JSON config at a URL.")
        {
            // The order tells the story: begin, find mistakes, see, review, steer, the machine, other tools.
            new InitCommand(session),
            new InferCommand(session),
            new PullCommand(session),
            new CheckCommand(session),
            new ExplainCommand(session),
            new PlanCommand(session),
            new DiffCommand(session),
            new TestCommand(session),
            new StartCommand(session),
            new HoldCommand(session),
            new ResumeCommand(session),
            new RollbackCommand(session),
            new FinishCommand(session),
            new FreezeCommand(session),
            new UnfreezeCommand(session),
            new ServeCommand(session),
            new StatusCommand(session),
            LockCommand.Lock(session),
            LockCommand.Unlock(session),
            new LocksCommand(session),
            GenerateManifestCommand.Parent(session),
            ImportManifestCommand.Parent(session),
            new CompletionCommand(session),
        };
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction page })
                option.Action = new HelpPage(page, session);
            else if (option is VersionOption)
                option.Action = new VersionLine(session);
        }

        return root;
    }

    private ExitCode Failed(ExitCode exitCode, string message)
    {
        session.Errors.WriteLine($"slowroll: {OneLine.Message(message)}");
        return exitCode;
    }

    private sealed class VersionLine(Session session) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            session.Output.WriteLine(typeof(SlowrollCommand).Assembly
                .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]);
            return (int)ExitCode.Success;
        }
    }
}
