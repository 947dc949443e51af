using Slowroll.Planning.Flags;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Planning.Flags;

/// <summary>A flag that can't be read.</summary>
/// <param name="Name">Both names, on one line.</param>
/// <param name="Place">Where the first fault is.</param>
/// <param name="Reasons">What is wrong, in sentences.</param>
internal sealed record InvalidFlag(string Name, TextRange Place, IReadOnlyList<string> Reasons);

/// <summary>All flags of a config at an instant: what moves, what stands still, what can't be read.</summary>
internal sealed record ConfigPlan
{
    private ConfigPlan(long at, IReadOnlyList<PlannedFlag> flags, IReadOnlyList<InvalidFlag> invalid, int others)
    {
        (At, Invalid) = (at, invalid);
        Moving = [.. flags.Where(flag => flag.Outlook == FlagOutlook.Moves).OrderBy(NextOf)];
        Stopped = [.. flags.Where(flag => flag.Outlook == FlagOutlook.Stopped)];
        Ended = flags.Count(flag => flag.Outlook == FlagOutlook.Ended);
        TakenBack = flags.Count(flag => flag.Outlook == FlagOutlook.TakenBack);
        Unscheduled = others + flags.Count(flag => flag.Outlook == FlagOutlook.Unscheduled);
    }

    /// <summary>The instant, in microseconds since the year 1.</summary>
    public long At { get; }

    /// <summary>The flags that move somebody later on; the one to which something happens next first.</summary>
    public IReadOnlyList<PlannedFlag> Moving { get; private init; }

    /// <summary>The flags that would, but a freeze without <c>until</c> holds them.</summary>
    public IReadOnlyList<PlannedFlag> Stopped { get; private init; }

    /// <summary>The flags that can't be read.</summary>
    public IReadOnlyList<InvalidFlag> Invalid { get; }

    /// <summary>How many schedules are over.</summary>
    public int Ended { get; }

    /// <summary>How many flags a rollback has taken back.</summary>
    public int TakenBack { get; }

    /// <summary>How many flags have no schedule that moves anybody.</summary>
    public int Unscheduled { get; }

    /// <summary>How many flags have nothing to come.</summary>
    public int Others => Ended + TakenBack + Unscheduled;

    /// <summary>How many flags there are.</summary>
    public int Count => Moving.Count + Stopped.Count + Invalid.Count + Others;

    /// <summary>Reads a config that the running program accepts.</summary>
    /// <param name="config">The config.</param>
    /// <param name="instant">The instant, in microseconds since the year 1.</param>
    public static ConfigPlan Of(ConfigDocument config, long instant)
    {
        List<ConfigRollout> rollouts = [];
        List<InvalidFlag> invalid = [];
        var others = 0;
        foreach (var flag in config.Flags.Where(flag => !flag.Member.IsBroken))
        {
            DriftList problems = new();
            if (ConfigRolloutReader.Read(flag, null, problems) is { } rollout)
                rollouts.Add(rollout);
            else if (problems.All is [var first, ..])
                invalid.Add(new(flag.Path, first.Range, [.. problems.All.Select(problem => problem.Arguments[1])]));
            else
                others++;
        }

        AudienceIndex audiences = new();
        var flags = new PlannedFlag[rollouts.Count];
        Parallel.For(0, flags.Length, i => flags[i] = PlannedFlag.Of(rollouts[i], audiences, instant));
        return new(instant, flags, invalid, others);
    }

    /// <summary>The same plan with the numbers of real hosts.</summary>
    public ConfigPlan With(HostGroups hosts) =>
        this with { Moving = With(hosts, Moving), Stopped = With(hosts, Stopped) };

    private static long NextOf(PlannedFlag flag) =>
        flag.Groups.Min(group => group.Next?.At ?? OpenTime.Never);

    private PlannedFlag[] With(HostGroups hosts, IReadOnlyList<PlannedFlag> flags)
    {
        var known = new PlannedFlag[flags.Count];

        var bySalt = Enumerable.Range(0, known.Length)
            .GroupBy(i => flags[i].Rollout.Salt, StringComparer.Ordinal)
            .ToList();
        Parallel.ForEach(bySalt, salt => hosts.WithOrderOf(
            salt.Key, () => Parallel.ForEach(salt, i => known[i] = flags[i].With(hosts, At))));
        return known;
    }
}
