using System.CommandLine;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Editing.Configs;

namespace Slowroll.Tool.Editing;

/// <summary>The options <c>--lead</c> and <c>--now</c>: how long after now a freeze begins.</summary>
internal sealed class LeadOptions
{
    private readonly Option<string> _lead = new("--lead")
    {
        HelpName = "duration",
        Description = "how long after now it begins: hosts that switch before they have seen it go back. "
            + "Without it two poll intervals, 2m",
    };

    private readonly Option<bool> _now = new("--now")
    {
        Description = "begins now; it is printed how many hosts may go back",
    };

    public LeadOptions(Command command)
    {
        command.Options.Add(_lead);
        command.Options.Add(_now);
    }

    /// <summary>After which time every host has seen an edit, in microseconds.</summary>
    public static long Usual { get; } = 2 * (long)new SlowrollOptions().PollInterval.TotalMicroseconds;

    /// <summary>The lead of a call, in microseconds.</summary>
    /// <exception cref="UsageException">It can't be read.</exception>
    public long Read(ParseResult call) => (call.GetValue(_lead), call.GetValue(_now)) switch
    {
        (not null, true) => throw new UsageException($"{_lead.Name} and {_now.Name} are both there. Give one of them."),
        ({ } lead, false) => ConfigTime.ReadLength(lead, _lead.Name),
        (null, true) => 0,
        _ => Usual,
    };
}
