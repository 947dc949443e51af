using System.CommandLine;
using Slowroll.Planning.Texts;
using Slowroll.Texts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Locks;

/// <summary><c>slowroll locks</c>: which locks are in force on this machine.</summary>
internal sealed class LocksCommand : ToolCommand
{
    private readonly LocksPlace _place = new();
    private readonly FormatOption _format = new(OutputFormat.Text, OutputFormat.Json);

    public LocksCommand(Session session)
        : base(
            session,
            "locks",
            "Lists the locks of a program on this machine: those of its locks file, and those that SLOWROLL_LOCKS "
                + "would give to a program that is started here.",
            "locks --name MyApp.AppFeatures")
    {
        foreach (var option in _place.Options)
            Options.Add(option);
        Options.Add(_format);
    }

    protected override Task<ExitCode> RunAsync(ParseResult call, CancellationToken cancellation)
    {
        var format = _format.Read(call);
        var report = LocksReport.Of(_place.Read(call), Session.Variable(LocksReport.Variable));
        if (format == OutputFormat.Json)
            JsonResult.Print(Session.Output, writer => LocksJson.Write(writer, report));
        else
            Print(report);
        return Task.FromResult(report.Faults.Count > 0 ? ExitCode.Found : ExitCode.Success);
    }

    private void Print(LocksReport report)
    {
        var path = OneLine.Escaped(report.Path!);
        Session.Output.WriteLine(report switch
        {
            { Exists: false } => $"{path}: there is no locks file.",
            { ChangedAt: { } changed } =>
                $"{path}: written {Session.TimeText(changed)}, {Countdown.Of(changed, Session.Clock.GetUtcNow())}; "
                    + "programs that run look at it every two seconds.",
            _ => $"{path}:",
        });
        foreach (var each in report.Locks)
            Session.Output.WriteLine($"  {each}");
        if (report.Locks.Count == 0)
            Session.Output.WriteLine("  No flag is locked.");
        foreach (var fault in report.Faults)
            Session.Output.WriteLine($"  {OneLine.Message(fault)}");
    }
}
