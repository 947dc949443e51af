using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Schemas.Drift.Comparing;

/// <summary>Two rollouts of one flag, group by group: who gains and who loses <c>new</c> if the later one replaces the
/// earlier one.</summary>
internal sealed class RolloutComparison
{
    private RolloutComparison(ConfigRollout earlier, ConfigRollout later, IReadOnlyList<GroupComparison> groups)
    {
        (Earlier, Later, Groups) = (earlier, later, groups);
        EarlyAdopters = new(HostGroup.EarlyAdopters(earlier), HostGroup.EarlyAdopters(later), false)
        {
            IsWholeBefore = false,
            IsWholeAfter = false,
        };
    }

    public ConfigRollout Earlier { get; }

    public ConfigRollout Later { get; }

    /// <summary>Those who are early adopters in both. Some hash keys may be so in one of them only.</summary>
    public GroupComparison EarlyAdopters { get; }

    /// <summary>All others. No two have a hash key in common.</summary>
    public IReadOnlyList<GroupComparison> Groups { get; }

    /// <summary>Compares two rollouts.</summary>
    /// <param name="earlier">The rollout that is replaced.</param>
    /// <param name="later">The one that replaces it.</param>
    /// <param name="audiences">The audiences of both configs.</param>
    public static RolloutComparison Of(ConfigRollout earlier, ConfigRollout later, AudienceIndex audiences)
    {
        return new(earlier, later, GroupComparison.Pair(
            HostGroup.In(earlier, audiences), HostGroup.In(later, audiences), earlier.Salt != later.Salt));
    }
}
