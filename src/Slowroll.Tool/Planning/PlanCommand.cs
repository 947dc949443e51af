using System.CommandLine;
using System.Text;
using Slowroll.Planning.Flags;
using Slowroll.Planning.Texts;
using Slowroll.Rollouts;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Hosts;
using Slowroll.Tool.Inputs;
using Slowroll.Tool.Planning.Flags;
using Slowroll.Tool.Planning.Hours;
using Slowroll.Tool.Planning.Page;
using Slowroll.Tool.Planning.Showing;

namespace Slowroll.Tool.Planning;

/// <summary><c>slowroll plan</c>: what happens next over all flags of a config.</summary>
internal sealed class PlanCommand : ToolCommand
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(366);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3660);

    private readonly Argument<string> _config = new("config")
    {
        Description = "the config: a file, a URL, or - for the standard input",
    };

    private readonly HostsOption _hosts = new();

    private readonly InstantOption _at = new("--at", "the instant that counts as now (default: now)");
    private readonly InstantOption _until =
        new("--until", "the end of the hours that are counted (default: 366 days later)");

    private readonly Option<string> _maxPerHour = new("--max-per-hour")
    {
        HelpName = "limit",
        Description = "exit code 1 if more hosts switch in any clock hour (UTC), over all flags together: a "
            + "percentage like 5%, or with --hosts a number",
    };

    private readonly Option<string> _html = new("--html")
    {
        HelpName = "file",
        Description = "also writes a page for a browser, in one file that needs no other: shares over time, a "
            + "slider, the next events, the hosts",
    };

    private readonly HasherOption _hasher = new();
    private readonly FormatOption _format = new(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);

    public PlanCommand(Session session)
        : base(
            session,
            "plan",
            "Says what happens next over all flags: who is on new now, which steps come when, what stands still and "
                + "why.",
            "plan app_features.json",
            "plan https://example.com/app_features.json --hosts hosts.txt --max-per-hour 5%")
    {
        Arguments.Add(_config);
        foreach (Option option in new Option[] { _hosts, _at, _until, _maxPerHour, _html, _hasher, _format })
            Options.Add(option);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult call, CancellationToken cancellation)
    {
        var (format, hasher) = (_format.Read(call), _hasher.Read(call));
        var hours = ReadHours(call);
        var limit = call.GetValue(_maxPerHour) is { } given ? HourLimit.Read(given, _maxPerHour.Name) : null;
        if (limit is { Hosts: not null } && call.GetValue(_hosts) is null)
        {
            throw new UsageException(
                $"{_maxPerHour.Name} with a number of hosts needs {_hosts.Name}; write a percentage.");
        }

        var page = call.GetValue(_html) is { } path
            ? ResultFile.Of(path, $"What {_html.Name} names", call.GetValue(_config), call.GetValue(_hosts))
            : null;
        InputReader inputs = new(Session);
        var config = ConfigInput.Read(
            await inputs.ReadAsync(call.GetRequiredValue(_config), "The config", cancellation).ConfigureAwait(false));
        var hosts = await _hosts.FindAsync(call, hasher, inputs, cancellation).ConfigureAwait(false);
        var report = Make(config, hosts, hours, limit, cancellation);
        Print(report, format);
        if (page is not null)
        {
            var html = PlanPage.Write(config.File.Name, config.Document, hosts, Schedule.InstantOf(hours.At));
            ResultFile.Write(page, Encoding.UTF8.GetBytes(html));
        }

        return report.Exceeded > 0 ? ExitCode.Found : ExitCode.Success;
    }

    private HourRange ReadHours(ParseResult call)
    {
        var at = _at.Read(call, Session.Clock);
        var latest = DateTimeOffset.MaxValue - at < Longest ? DateTimeOffset.MaxValue : at + Longest;
        var until = _until.Find(call, Session.Clock)
            ?? (DateTimeOffset.MaxValue - at < Usual ? DateTimeOffset.MaxValue : at + Usual);
        if (until <= at)
            throw new UsageException($"{_until.Name} is not later than {_at.Name}. Write a later time.");
        return until > latest
            ? throw new UsageException($"{_until.Name} is more than {Longest.Days} days later. Write an earlier time.")
            : new(ShortTime.MicrosecondOf(at), ShortTime.MicrosecondOf(until));
    }

    private PlanReport Make(
        ConfigInput config, HostList? hosts, HourRange hours, HourLimit? limit, CancellationToken cancellation)
    {
        using Progress progress = new(Session, "Looking at the hours");
        var plan = ConfigPlan.Of(config.Document, hours.At);
        var groups = hosts is null ? null : new HostGroups(hosts);
        if (groups is not null)
            plan = plan.With(groups);
        var switches = groups is not null
            ? HourlySwitches.Of(hours, plan.Moving, hosts!, groups, progress.Report, cancellation)
            : limit is not null ? HourlySwitches.Of(hours, plan.Moving, progress.Report, cancellation)
            : null;
        return new()
        {
            Config = config.File,
            Plan = plan,
            Events = PlannedEvent.Next(plan.Moving, hours.At, PlanReport.MostEvents),
            HostCount = hosts?.Count,
            Hours = hours,
            Switches = switches,
            Busiest = switches is null ? [] : BusyHour.Of(switches, plan.Moving, groups, hosts?.Count),
            Limit = limit,
        };
    }

    private void Print(PlanReport report, OutputFormat format)
    {
        if (format == OutputFormat.Json)
            new PlanJson(Session.Output, report).Print();
        else if (format == OutputFormat.Markdown)
            new PlanMarkdown(Session.Output, report).Print();
        else
            new PlanText(Session, report).Print();
    }
}
