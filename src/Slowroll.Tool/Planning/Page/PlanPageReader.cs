using Slowroll.Planning.Flags;
using Slowroll.Planning.Page;
using Slowroll.Planning.Texts;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Texts;
using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Planning.Page;

/// <summary>Finds out what the page of a plan shows.</summary>
/// <remarks>Whatever the config says, the page has a limited number of flags, lines, events and rows.</remarks>
internal sealed class PlanPageReader
{
    private const int MostFlags = 50;
    private const int MostGroups = 16;
    private const int MostGroupsOnPage = 160;
    private const int MostEvents = 10;
    private const int MostStops = 500;
    private const int MostStillFlags = 100;

    private readonly List<string> _leftOut = [];
    private readonly long _at;
    private readonly HostGroups? _hosts;
    private PageTimeline _timeline;

    private PlanPageReader(HostList? hosts, long at, PageTimeline timeline)
    {
        (_at, _timeline) = (at, timeline);
        _hosts = hosts is null ? null : new(hosts);
    }

    /// <summary>The page of a config.</summary>
    /// <param name="title">What the config is called.</param>
    /// <param name="config">The config; it can be read.</param>
    /// <param name="hosts">The hosts, if there is a list of them.</param>
    /// <param name="at">The instant that counts as now.</param>
    public static PlanPage Read(string title, ConfigDocument config, HostList? hosts, DateTimeOffset at)
    {
        AudienceIndex audiences = new();
        List<FlagMoves> moving = [];
        StillFlags still = new();
        var now = Schedule.MicrosecondsOf(at.UtcDateTime);
        foreach (var flag in config.Flags)
        {
            if (ConfigRolloutReader.Read(flag, null, new()) is not { } rollout)
                still.AddWithoutRollout(flag);
            else if (FlagMoves.Of(PlannedFlag.Of(rollout, audiences, now)) is { Time: not null } moves)
                moving.Add(moves);
            else
                still.Add(flag.Path, "is the same at all times");
        }

        var timeline = PageTimeline.Around(
            now, [.. moving.Select(flag => flag.Time!.Value)]);
        foreach (var flag in moving.Where(flag => !Overlaps(flag, timeline)))
            still.AddOutside(flag, timeline);
        return new PlanPageReader(hosts, now, timeline)
            .Read(title, [.. moving.Where(flag => Overlaps(flag, timeline))], hosts, still);
    }

    private PlanPage Read(string title, List<FlagMoves> moving, HostList? hosts, StillFlags still)
    {
        var shown = Choose(moving);
        var events = NextEvents(moving);
        List<(FlagMoves Flag, IReadOnlyList<LineTrace> Lines)> traced =
        [
            .. shown.Select(flag => (flag, (IReadOnlyList<LineTrace>)[.. flag.Groups.Take(MostGroups)
                .Select(group => LineTrace.Of(group.Group.Course, _timeline))])),
        ];
        _timeline = _timeline.With(Stops(traced.SelectMany(flag => flag.Lines), events));
        List<PageFlag> flags = [];
        HostTableReader? table = hosts is null ? null : new(hosts);
        foreach (var (flag, lines) in traced)
        {
            var groups = _hosts?.In(flag.Rollout);
            flags.Add(FlagOf(flag, lines, flag.Rollout.Interpolate ? null : groups));
            if (!flag.Rollout.Interpolate && groups is not null)
                table!.Add(flag, groups);
        }

        _leftOut.AddRange(table?.LeftOut ?? []);
        _leftOut.AddRange(still.LeftOut(MostStillFlags));
        if (moving.Exists(flag => flag.Time!.Value.From < _timeline.From || flag.Time.Value.Until > _timeline.Until))
            _leftOut.Add("Some flags move before the time of the page too, or after it. It has a year each at most.");
        return new(OneLine.Of(title), _timeline, flags, events, table?.Table, still.First(MostStillFlags), _leftOut);
    }

    private static bool Overlaps(FlagMoves flag, PageTimeline timeline) =>
        flag.Time!.Value.From <= timeline.Until && flag.Time.Value.Until >= timeline.From;

    // Those that move now come first.
    private List<FlagMoves> Choose(List<FlagMoves> moving)
    {
        var groups = 0;
        var chosen = moving
            .OrderBy(flag => flag.Time!.Value.Until <= _at ? 2 : flag.Time.Value.From > _at ? 1 : 0)
            .ThenBy(flag => Math.Max(flag.Time!.Value.From, _timeline.From))
            .Take(MostFlags)
            .TakeWhile(flag => (groups += Math.Min(flag.Groups.Count, MostGroups)) <= MostGroupsOnPage)
            .ToList();
        if (chosen.Count < moving.Count)
        {
            _leftOut.Add($"{Amount.Number(moving.Count)} flags move in this time; the page shows "
                + $"{Amount.Number(chosen.Count)} of them, those first that move now.");
        }

        if (chosen.Exists(flag => flag.Groups.Count > MostGroups))
            _leftOut.Add($"Of a flag with many waves the page shows the first {MostGroups}.");
        return chosen;
    }

    // Of all flags, also of those that the page has no room for.
    private List<PlannedEvent> NextEvents(List<FlagMoves> moving) =>
    [
        .. PlannedEvent.Next(moving.Select(flag => flag.Flag), _at, MostEvents)
            .Where(happening => happening.At <= _timeline.Until),
    ];

    private IEnumerable<long> Stops(IEnumerable<LineTrace> lines, List<PlannedEvent> events) => events
        .Select(happening => happening.At)
        .Concat(lines.SelectMany(line => line.Corners).OrderBy(corner => Math.Abs(corner - _at)))
        .Distinct()
        .Take(MostStops);

    private PageFlag FlagOf(FlagMoves flag, IReadOnlyList<LineTrace> lines, IReadOnlyList<GroupHosts>? hosts)
    {
        var places = FlagChart.Lines(lines);
        List<PageGroup> groups = [];
        for (var i = 0; i < lines.Count; i++)
        {
            var (group, name, _) = flag.Groups[i];
            groups.Add(new(
                name,
                places[i],
                [.. _timeline.Stops.Select(stop => GroupState.PercentAt(group.Course, stop))],
                hosts is null ? null : [.. _timeline.Stops.Select(stop => hosts[i].CountOnNew(stop))],
                hosts?[i].Hosts.Count ?? 0));
        }

        if (hosts is not null && groups.Count > 1 && groups.Count == flag.Groups.Count)
            groups.Add(Together(groups));
        return new(
            flag.Name, FlagWords.Values(flag.Rollout), FlagWords.Now(flag, _at),
            FlagChart.Of(flag, lines, _timeline), groups);
    }

    // Of the list alone: nobody knows how many hosts of the world are in a wave.
    private PageGroup Together(List<PageGroup> groups)
    {
        var hosts = groups.Sum(group => group.Hosts);
        List<int> onNew =
            [.. Enumerable.Range(0, _timeline.Stops.Count).Select(stop => groups.Sum(group => group.OnNew![stop]))];
        return new(
            "all hosts of the list", null, [.. onNew.Select(count => hosts == 0 ? 0 : 100.0 * count / hosts)], onNew,
            hosts)
        { IsSum = true };
    }
}
