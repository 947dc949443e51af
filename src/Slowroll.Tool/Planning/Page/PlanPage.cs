using Slowroll.Charts;
using Slowroll.Planning.Flags;
using Slowroll.Planning.Page;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Planning.Page;

/// <summary>All that the page of a plan shows. All numbers are in it: the page's script only looks them up.</summary>
/// <param name="Title">What the config is called.</param>
/// <param name="Timeline">The time that the page shows.</param>
/// <param name="Flags">The flags that move in that time.</param>
/// <param name="Events">What happens next, in the order of time.</param>
/// <param name="Hosts">The hosts; null where no list was given.</param>
/// <param name="StillFlags">Flags that don't move in that time, each in a sentence.</param>
/// <param name="LeftOut">What the page has no room for, in sentences.</param>
internal sealed record PlanPage(
    string Title,
    PageTimeline Timeline,
    IReadOnlyList<PageFlag> Flags,
    IReadOnlyList<PlannedEvent> Events,
    PageHosts? Hosts,
    IReadOnlyList<StillFlag> StillFlags,
    IReadOnlyList<string> LeftOut)
{
    /// <summary>The page of a config, as HTML.</summary>
    /// <param name="title">What the config is called.</param>
    /// <param name="config">The config; it can be read.</param>
    /// <param name="hosts">The hosts, if there is a list of them.</param>
    /// <param name="at">The instant that counts as now.</param>
    public static string Write(string title, ConfigDocument config, HostList? hosts, DateTimeOffset at) =>
        PlanPageWriter.Write(PlanPageReader.Read(title, config, hosts, at));
}

/// <summary>A flag that moves.</summary>
/// <param name="Name">Its name, on one line.</param>
/// <param name="Values">Its two values, in a few words.</param>
/// <param name="States">What it does now, in sentences.</param>
/// <param name="Chart">Its shares over time.</param>
/// <param name="Groups">The hosts that it treats alike.</param>
internal sealed record PageFlag(
    string Name, string Values, IReadOnlyList<string> States, ShareChart Chart, IReadOnlyList<PageGroup> Groups);

/// <summary>Hosts that a flag treats alike.</summary>
/// <param name="Name">Who they are.</param>
/// <param name="Line">Their line in the chart; null where their share never changes.</param>
/// <param name="Shares">The share on <c>new</c>, 0 to 100, at each stop of the timeline.</param>
/// <param name="OnNew">How many hosts of the list are on <c>new</c> at each stop; null without a list.</param>
/// <param name="Hosts">How many hosts of the list they are.</param>
internal sealed record PageGroup(
    string Name, int? Line, IReadOnlyList<double> Shares, IReadOnlyList<int>? OnNew, int Hosts)
{
    /// <summary>Whether it is the sum of the groups before it: its share is that of the list of hosts.</summary>
    public bool IsSum { get; init; }
}

/// <summary>The table of hosts.</summary>
/// <param name="Flags">The flags of its columns.</param>
/// <param name="Rows">The hosts.</param>
/// <param name="Total">How many hosts the list has.</param>
internal sealed record PageHosts(IReadOnlyList<string> Flags, IReadOnlyList<PageHost> Rows, int Total);

/// <summary>A host.</summary>
/// <param name="Name">Its name, on one line.</param>
/// <param name="Cells">What each flag of the table is for it.</param>
internal sealed record PageHost(string Name, IReadOnlyList<PageCell> Cells);

/// <summary>A flag for a host.</summary>
/// <param name="Group">Why it is treated as it is, in two words; empty where all are treated alike.</param>
/// <param name="OnNew">When it is on <c>new</c>.</param>
internal readonly record struct PageCell(string Group, TimeOnNew OnNew);

/// <summary>A flag that doesn't move.</summary>
/// <param name="Name">Its name, on one line.</param>
/// <param name="State">What it does, in a sentence.</param>
internal sealed record StillFlag(string Name, string State);
