using Slowroll.Planning.Flags;
using Slowroll.Tool.Inputs;
using Slowroll.Tool.Planning.Flags;
using Slowroll.Tool.Planning.Hours;

namespace Slowroll.Tool.Planning.Showing;

/// <summary>All that a plan says.</summary>
internal sealed record PlanReport
{
    /// <summary>How many events it says.</summary>
    public const int MostEvents = 10;

    /// <summary>The config.</summary>
    public required TextFile Config { get; init; }

    /// <summary>Its flags.</summary>
    public required ConfigPlan Plan { get; init; }

    /// <summary>What happens next.</summary>
    public required IReadOnlyList<PlannedEvent> Events { get; init; }

    /// <summary>How many hosts there are; null where they aren't known.</summary>
    public int? HostCount { get; init; }

    /// <summary>The hours that are looked at.</summary>
    public required HourRange Hours { get; init; }

    /// <summary>How many hosts change sides in each; null where nobody asked.</summary>
    public HourlySwitches? Switches { get; init; }

    /// <summary>The busiest of these hours.</summary>
    public IReadOnlyList<BusyHour> Busiest { get; init; } = [];

    /// <summary>How many may do so; null without a limit.</summary>
    public HourLimit? Limit { get; init; }

    /// <summary>In how many hours more do.</summary>
    public int Exceeded => Limit is null ? 0 : Switches!.All.Count(hour => Limit.IsExceededBy(hour, HostCount));

    /// <summary>The flags that interpolate: nobody changes sides by them.</summary>
    public IReadOnlyList<string> Interpolated =>
        [.. Plan.Moving.Where(flag => flag.Rollout.Interpolate).Select(flag => flag.Name)];

    /// <summary>The groups of which a limit without hosts doesn't know who they are.</summary>
    public IReadOnlyList<string> UpperBounds => HostCount is not null || Limit is null ? [] :
    [
        .. Plan.Moving.Where(flag => !flag.Rollout.Interpolate).SelectMany(flag => flag.Groups)
            .Where(group => group.State.Moves && group.NeedsHosts).Select(group => group.Name),
    ];

    /// <summary>The groups that move later on, flag by flag.</summary>
    public IReadOnlyList<PlannedGroup> MovingGroups =>
        [.. Plan.Moving.SelectMany(flag => flag.Groups).Where(group => group.State.Moves)];

    /// <summary>All groups that stand still although their schedule would go on.</summary>
    public IReadOnlyList<PlannedGroup> StandingStill =>
    [
        .. Plan.Moving.Concat(Plan.Stopped).SelectMany(flag => flag.Groups)
            .Where(group => (group.State.Moves || group.State.IsStopped) && group.State.Standstill is not null),
    ];

    /// <summary>All groups that a step holds where they are.</summary>
    public IReadOnlyList<PlannedGroup> Held =>
    [
        .. MovingGroups.Where(group => group.State is { Phase: GroupPhase.Held, Standstill: null }),
    ];
}
