using Slowroll.Rollouts;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.Drift.Comparing;

/// <summary>Hash keys that a rollout treats alike: its early adopters, those of a wave, those of no wave, or all
/// others.</summary>
internal sealed record HostGroup
{
    /// <summary>Who they are, for a message.</summary>
    public required string Name { get; init; }

    /// <summary>By what they get <c>new</c>, and lose it.</summary>
    public required Course Course { get; init; }

    /// <summary>All freezes that hold them, in the order of time; no two of them touch.</summary>
    public IReadOnlyList<Freeze> Freezes { get; init; } = [];

    /// <summary>Their place in the flag's waves; null for those of no wave.</summary>
    public int? Wave { get; init; }

    /// <summary>The number of their audience, see <see cref="AudienceIndex"/>; null for all.</summary>
    public int? Audience { get; init; }

    /// <summary>The audiences whose hash keys are in an earlier group.</summary>
    public IReadOnlyCollection<int> Without { get; init; } = [];

    /// <summary>The early adopters.</summary>
    public static HostGroup EarlyAdopters(ConfigRollout rollout) =>
        new() { Name = "its early adopters", Course = Course.Everybody(rollout.Rollback) };

    /// <summary>All groups but the early adopters. No two have a hash key in common, and each hash key is in one. A
    /// wave that no hash key can be in is left out.</summary>
    public static IReadOnlyList<HostGroup> In(ConfigRollout rollout, AudienceIndex audiences)
    {
        var controls = FlagControls.Of(rollout);
        if (rollout.Waves.Count == 0)
        {
            return
            [
                new()
                {
                    Name = "all hosts", Course = RolloutDecision.OfFlag(rollout), Freezes = controls.FreezesOf(null),
                },
            ];
        }

        List<HostGroup> groups = [];
        HashSet<int> seen = [];
        for (var i = 0; i < rollout.Waves.Count; i++)
        {
            var wave = rollout.Waves[i];
            int? audience = wave.Audience is null
                ? null
                : audiences.NumberOf(rollout.Settings.Audiences[wave.Audience]);
            if (audience is { } number && (number == AudienceIndex.Nobody || seen.Contains(number)))
            {
                continue;
            }

            groups.Add(new()
            {
                Name = wave.Audience is { } name ? $"the hosts of audience '{MessageText.Of(name)}'"
                    : groups.Count == 0 ? "all hosts" : "all other hosts",
                Course = RolloutDecision.OfWave(rollout, wave),
                Freezes = controls.FreezesOf(i),
                Wave = i,
                Audience = audience,
                Without = [.. seen],
            });
            if (audience is not { } taken)
            {
                return groups;
            }

            seen.Add(taken);
        }

        return [.. groups, new() { Name = "the hosts in no wave", Course = Course.Nobody, Without = seen }];
    }

    /// <summary>Whether a hash key can be in this group by one config and in the other by another.</summary>
    public bool CanShareHostsWith(HostGroup other) =>
        !(Audience is { } own && other.Without.Contains(own))
        && !(other.Audience is { } its && Without.Contains(its));
}
