using System.CommandLine;

namespace Slowroll.Tool.CommandLine;

/// <summary>A command with what it does. A derived class adds its arguments and options.</summary>
internal abstract class ToolCommand : Command
{
    /// <summary>A command.</summary>
    /// <param name="session">What it works with.</param>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does, in sentences for <c>--help</c>.</param>
    /// <param name="examples">Calls of it, without <c>slowroll</c>, for <c>--help</c>.</param>
    protected ToolCommand(Session session, string name, string description, params IReadOnlyList<string> examples)
        : base(name, description)
    {
        Session = session;
        Examples = examples;
        SetAction(async (call, cancellation) =>
        {
            using var waiting = session.ShowWaiting($"slowroll {name}");
            return (int)await RunAsync(call, cancellation).ConfigureAwait(false);
        });
    }

    /// <summary>Calls of it, without <c>slowroll</c>.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>What it works with.</summary>
    protected Session Session { get; }

    /// <summary>Does what the command is for.</summary>
    /// <exception cref="UsageException">The arguments are wrong.</exception>
    /// <exception cref="NotReadableException">An input can't be read, or a file can't be written.</exception>
    protected abstract Task<ExitCode> RunAsync(ParseResult call, CancellationToken cancellation);
}
