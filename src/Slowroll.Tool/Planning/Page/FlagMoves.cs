using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Naming;

namespace Slowroll.Tool.Planning.Page;

/// <summary>A rollout with the hosts that it treats alike, and from when until when one of them changes
/// sides.</summary>
internal sealed record FlagMoves
{
    /// <summary>The rollout.</summary>
    public required ConfigRollout Rollout { get; init; }

    /// <summary>The groups, early adopters first; each with its name for the page.</summary>
    public required IReadOnlyList<(HostGroup Group, string Name, string Short)> Groups { get; init; }

    /// <summary>From when until when somebody changes sides, in microseconds since the year 1; null if nobody ever
    /// does.</summary>
    public required Stretch? Time { get; init; }

    /// <summary>The flag's name, on one line.</summary>
    public string Name => Rollout.Flag.Path;

    /// <summary>Looks at a rollout.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="audiences">The audiences of its config.</param>
    public static FlagMoves Of(ConfigRollout rollout, AudienceIndex audiences)
    {
        var groups = HostGroup.In(rollout, audiences);
        List<(HostGroup, string, string)> named =
            rollout.HasEarlyAdopters ? [(HostGroup.EarlyAdopters(rollout), "early adopters", "early adopter")] : [];
        named.AddRange(groups.Select(group => (group, NameOf(rollout, group), ShortNameOf(rollout, group))));
        var times = named.SelectMany(group => Times(group.Item1.Course)).ToList();
        return new()
        {
            Rollout = rollout,
            Groups = named,
            Time = times.Count == 0 ? null : new(times.Min(time => time.From), times.Max(time => time.Until)),
        };
    }

    /// <summary>A group as the subject of a sentence.</summary>
    public string SubjectOf(string groupName) => Rollout.Waves.Count == 0 ? Name : $"{Name}, {groupName}";

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

    private static string NameOf(ConfigRollout rollout, HostGroup group) =>
        group.Wave is not { } wave
            ? rollout.Waves.Count > 0 ? "hosts in no wave"
            : rollout.HasEarlyAdopters ? "all other hosts"
            : "all hosts"
        : rollout.Waves[wave].Audience is { } audience ? $"wave {wave + 1} ({MessageText.Of(audience)})"
        : $"wave {wave + 1} (all others)";

    private static string ShortNameOf(ConfigRollout rollout, HostGroup group) =>
        group.Wave is { } wave ? $"wave {wave + 1}"
        : rollout.Waves.Count == 0 ? ""
        : "in no wave";
}
