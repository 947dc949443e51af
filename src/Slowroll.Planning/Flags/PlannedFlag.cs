using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Planning.Flags;

/// <summary>What there is to come for a flag.</summary>
internal enum FlagOutlook
{
    /// <summary>Somebody changes sides later on.</summary>
    Moves,

    /// <summary>It would move, but a freeze without <c>until</c> holds it.</summary>
    Stopped,

    /// <summary>Its schedule is over.</summary>
    Ended,

    /// <summary>A rollback has taken it back.</summary>
    TakenBack,

    /// <summary>It has no schedule that moves anybody.</summary>
    Unscheduled,
}

/// <summary>A flag with its groups of hosts, and where they stand.</summary>
/// <param name="Rollout">Its rollout.</param>
/// <param name="Groups">Its groups, early adopters first.</param>
internal sealed record PlannedFlag(ConfigRollout Rollout, IReadOnlyList<PlannedGroup> Groups)
{
    /// <summary>Both names, on one line.</summary>
    public string Name => Rollout.Flag.Path;

    /// <summary>What there is to come.</summary>
    public FlagOutlook Outlook =>
        Groups.Any(group => group.State.Moves) ? FlagOutlook.Moves
        : Groups.Any(group => group.State.IsStopped) ? FlagOutlook.Stopped
        : Groups.Any(group => group.State.Phase == GroupPhase.RolledBack) ? FlagOutlook.TakenBack
        : Groups.Any(group => !group.IsEarly && group.Group.Course.Schedule is { } schedule
            && schedule.From != schedule.To) ? FlagOutlook.Ended
        : FlagOutlook.Unscheduled;

    /// <summary>How many hosts are on <c>new</c>; null where that isn't known.</summary>
    public int? HostsOnNew => Groups.Aggregate((int?)0, (sum, group) => sum + group.HostsOnNew);

    /// <summary>A flag at an instant, without hosts.</summary>
    /// <param name="rollout">Its rollout.</param>
    /// <param name="audiences">The audiences of its config. Several threads may share them.</param>
    /// <param name="instant">The instant, in microseconds since the year 1.</param>
    public static PlannedFlag Of(ConfigRollout rollout, AudienceIndex audiences, long instant)
    {
        var name = rollout.Flag.Path;
        IReadOnlyList<HostGroup> all;
        lock (audiences)
            all = HostGroup.In(rollout, audiences);

        var groups = all.Select(group => PlannedGroup.Of(
            name, group, group.Wave is { } wave ? rollout.Waves[wave].Audience : null, isEarly: false, instant));
        return new(rollout, rollout.HasEarlyAdopters
            ? [PlannedGroup.Of(name, HostGroup.EarlyAdopters(rollout), null, isEarly: true, instant), .. groups]
            : [.. groups]);
    }
}
