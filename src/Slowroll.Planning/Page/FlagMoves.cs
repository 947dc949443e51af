using Slowroll.Planning.Flags;
using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Texts;

namespace Slowroll.Planning.Page;

/// <summary>A rollout with the hosts that it treats alike, and from when until when one of them changes
/// sides.</summary>
internal sealed record FlagMoves
{
    /// <summary>The flag, as the plan has it.</summary>
    public required PlannedFlag Flag { get; init; }

    /// <summary>The rollout.</summary>
    public ConfigRollout Rollout => Flag.Rollout;

    /// <summary>The groups, early adopters first; each with its name for the page.</summary>
    public required IReadOnlyList<(HostGroup Group, string Name, string Short)> Groups { get; init; }

    /// <summary>From when until when somebody changes sides, in microseconds since the year 1; null if nobody ever
    /// does.</summary>
    public required Stretch? Time { get; init; }

    /// <summary>The flag's name, on one line.</summary>
    public string Name => Flag.Name;

    /// <summary>Looks at a flag.</summary>
    public static FlagMoves Of(PlannedFlag flag)
    {
        var times = flag.Groups.SelectMany(group => Times(group.Group.Course)).ToList();
        return new()
        {
            Flag = flag,
            Groups =
            [
                .. flag.Groups.Select(group => group.IsEarly
                    ? (group.Group, "early adopters", "early adopter")
                    : (group.Group, NameOf(flag.Rollout, group), ShortNameOf(flag.Rollout, group.Group))),
            ],
            Time = times.Count == 0 ? null : new(times.Min(time => time.From), times.Max(time => time.Until)),
        };
    }

    private static IEnumerable<Stretch> Times(Course course)
    {
        if (course.Schedule is not { } schedule)
            yield break;

        Rollback? First(int place) => place < course.Rollbacks.Count ? course.Rollbacks[place] : null;
        if (Movement.Of(schedule, First(0), First(1)) is not null)
            yield return new(schedule.Start, schedule.End);
        foreach (var rollback in course.Rollbacks.Where(rollback => course.CountAt(rollback.From - 1) > 0))
            yield return new(rollback.From, rollback.End);
    }

    private static string NameOf(ConfigRollout rollout, PlannedGroup group) =>
        group.Group.Wave is not { } wave
            ? rollout.Waves.Count > 0 ? "hosts in no wave"
            : rollout.HasEarlyAdopters ? "all other hosts"
            : "all hosts"
        : group.Audience is { } audience ? $"wave {wave + 1} ({OneLine.Of(audience)})"
        : $"wave {wave + 1} (all others)";

    private static string ShortNameOf(ConfigRollout rollout, HostGroup group) =>
        group.Wave is { } wave ? $"wave {wave + 1}"
        : rollout.Waves.Count == 0 ? ""
        : "in no wave";
}
