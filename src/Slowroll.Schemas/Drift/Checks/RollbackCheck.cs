using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Finds rollbacks that are gone or moved, so that hosts get <c>new</c> again without a later
/// start.</summary>
internal sealed class RollbackCheck
{
    private readonly Replacement _replacement;

    private RollbackCheck(Replacement replacement) => _replacement = replacement;

    private ConfigRollout Earlier => _replacement.Rollouts.Earlier;

    private ConfigRollout Later => _replacement.Rollouts.Later;

    /// <summary>Reports who gets <c>new</c> again.</summary>
    /// <returns>The groups of which that was reported.</returns>
    public static IReadOnlyList<GroupComparison> Check(Replacement replacement, DriftList problems)
    {
        if (replacement.Rollouts.Earlier is { Rollback: null, Waves: var waves }
            && waves.All(wave => wave.Rollback is null))
        {
            return [];
        }

        RollbackCheck check = new(replacement);
        var gains = check.Groups().Select(check.Find).OfType<Gain>().ToList();
        foreach (var gain in gains.GroupBy(gain => gain.Place))
        {
            check.Report([.. gain], gain.Key, problems);
        }

        return gains.ConvertAll(gain => gain.Group);
    }

    private IEnumerable<GroupComparison> Groups() =>
    [
        .. _replacement.Rollouts.Groups.Where(group => group.IsKnown),
        .. Earlier.HasEarlyAdopters && Later.HasEarlyAdopters
            ? [_replacement.Rollouts.EarlyAdopters]
            : Array.Empty<GroupComparison>(),
    ];

    private Gain? Find(GroupComparison group)
    {
        var (before, after) = (group.Before.Course, group.After.Course);
        if (before.Rollbacks.Count == 0 || before.Rollbacks.All(after.Rollbacks.Contains))
        {
            return null;
        }

        var from = before.Rollbacks.Min(rollback => rollback.From);
        if (StartOf(group, group.After, Later) is { } start
            && start >= from
            && start > StartOf(group, group.Before, Earlier))
        {
            return null;
        }

        IEnumerable<long> instants = _replacement.AsOf is { } asOf ? [asOf] : Corners.Of(before, after);
        var most = instants.Where(instant => instant >= from)
            .Select(instant => after.CountAt(instant) - before.CountAt(instant))
            .DefaultIfEmpty(0)
            .Max();
        return most > 0 ? new(group, most / (double)Course.AllBuckets, from, PlaceOf(group)) : null;
    }

    // Early adopters have no start of their own: they start again with their flag.
    private long? StartOf(GroupComparison group, HostGroup side, ConfigRollout rollout) =>
        ReferenceEquals(group, _replacement.Rollouts.EarlyAdopters)
            ? rollout.Schedule?.Start
            : side.Course.Schedule?.Start;

    // A rollback of the flag covers all its groups: it has one place.
    private TextRange PlaceOf(GroupComparison group) => FlagControls.Of(Later).RangeOf(
        Earlier.Rollback is { } rollback && Later.Rollback != rollback ? null : group.After.Wave,
        RolloutFields.Rollback);

    private void Report(IReadOnlyList<Gain> gains, TextRange place, DriftList problems)
    {
        const int Shown = 3;
        var whom = gains.Select(gain => ReferenceEquals(gain.Group, _replacement.Rollouts.EarlyAdopters)
            ? gain.Group.Name
            : $"up to {Replacement.AtLeastSome(gain.Most)} % of {gain.Group.Name}").ToList();
        var more = whom.Count > Shown ? $", and to others in {whom.Count - Shown} more groups" : "";
        problems.AddFlag(
            DriftRules.RollbackRemoved, place, Later.Flag.Section, Later.Flag.Key,
            Later.Flag.Path,
            string.Join(", and ", whom.Take(Shown)) + more,
            _replacement.Sentence(gains.Min(gain => gain.From)),
            gains.Any(gain => gain.Group.After.Course.Rollbacks.Count > 0) ? "is moved" : "is gone");
    }

    private sealed record Gain(GroupComparison Group, double Most, long From, TextRange Place);
}
