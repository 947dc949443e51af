using Slowroll.Grammar;
using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>Checks whether hosts lose <c>new</c> when a rollout replaces an earlier one.</summary>
/// <remarks>A rollback, and a flag whose <c>new</c> was removed or became <c>stable</c>, are intended and not
/// reported.</remarks>
internal sealed class ReplacementCheck
{
    private const int Shown = 3;

    private readonly Replacement _replacement;
    private readonly DriftList _problems;

    private ReplacementCheck(Replacement replacement, DriftList problems) =>
        (_replacement, _problems) = (replacement, problems);

    private ConfigRollout Earlier => _replacement.Rollouts.Earlier;

    private ConfigRollout Later => _replacement.Rollouts.Later;

    /// <summary>Reports who loses <c>new</c>.</summary>
    /// <returns>The groups of which that was reported.</returns>
    public static IReadOnlyList<GroupComparison> Check(Replacement replacement, DriftList problems)
    {
        var (earlier, later) = (replacement.Rollouts.Earlier, replacement.Rollouts.Later);
        if (earlier.Interpolate
            || later.Interpolate
            || later.Schedule is { IsFalling: true }
            || later.Waves.Any(wave => wave.Schedule.IsFalling))
        {
            return [];
        }

        ReplacementCheck check = new(replacement, problems);
        var losing = check.CheckShares();
        check.CheckEarlyAdopters();
        return losing;
    }

    private List<GroupComparison> CheckShares()
    {
        var losses = _replacement.Rollouts.Groups
            .Select(group => LossOfShare.Find(group, _replacement.AsOf))
            .OfType<LossOfShare>()
            .ToList();
        if (losses.Count == 0)
        {
            return [];
        }

        // First those of whom it is known that there are some.
        var whom = losses.OrderByDescending(loss => loss.Group.IsKnown).ThenByDescending(loss => loss.Most)
            .Select(loss => $"up to {Replacement.AtLeastSome(loss.Most)} % of {loss.Group.Name}")
            .ToList();
        var more = whom.Count > Shown ? $", and from others in {whom.Count - Shown} more groups" : "";
        var (field, wayOut) = Earlier.Salt != Later.Salt
            ? (RolloutFields.Salt, "keep the salt until the rollout is over")
            : losses.Exists(loss => loss.IsByLateFreeze)
                ? ("", "let the freeze begin two poll intervals after it is in force")
            : ("", "set \"start_pct\" to the share that is reached by then, or keep the schedule");
        Report(
            field,
            string.Join(", and ", whom.Take(Shown)) + more,
            When(losses.Min(loss => loss.First)),
            losses.TrueForAll(loss => loss.Group.IsKnown) ? wayOut
                : $"{wayOut}; who goes from one group to another, and whether anybody does, can't be known without the "
                    + "hosts");
        return losses.ConvertAll(loss => loss.Group);
    }

    private void CheckEarlyAdopters()
    {
        var names = Earlier.EarlyAdopters
            .Except(Later.EarlyAdopters)
            .Where(name => !Later.HasPatternFor(name))
            .ToList();
        var patterns = Earlier.Patterns.Select(pattern => pattern.Text)
            .Except(Later.Patterns.Select(pattern => pattern.Text))
            .ToList();
        if (names.Count + patterns.Count == 0
            || !_replacement.Rollouts.Groups.Any(group => MayLose(group.After.Course)))
        {
            return;
        }

        var when = _replacement.AsOf is null ? "" : When(0);
        ReportNames(RolloutFields.EarlyAdopters, "its early adopters", when, WithoutFinishedWaves(names));
        ReportNames(RolloutFields.EarlyAdopterPatterns, "its early adopters by the pattern", when, patterns);
    }

    // Each name is looked up in the audiences; a long list may be wrong by those whose wave is over.
    private List<string> WithoutFinishedWaves(List<string> names)
    {
        const int MostLookedUp = 100;
        return Later.Waves.Count == 0 || names.Count > MostLookedUp
            ? names
            : names.FindAll(name => MayLose(RolloutDecision.CourseOf(Later, name)));
    }

    // Early adopters may have any bucket.
    private bool MayLose(Course after)
    {
        var schedule = after with { Rollbacks = [] };
        IReadOnlyList<long> instants = _replacement.AsOf is { } asOf ? [asOf] : [0, .. Corners.Of(schedule)];
        return instants.Any(instant => schedule.CountAt(instant) < Course.AllBuckets
            && _replacement.Rollouts.EarlyAdopters.Before.Course.CountAt(instant) > 0);
    }

    private void ReportNames(string field, string who, string when, List<string> names)
    {
        if (names.Count > 0)
        {
            var more = names.Count > Shown ? $" and {names.Count - Shown} more" : "";
            Report(
                field,
                $"{who} {string.Join(", ", names.Take(Shown).Select(name => $"'{MessageText.Of(name)}'"))}{more}",
                when,
                "keep them until everybody has 'new'");
        }
    }

    private void Report(string field, string whom, string when, string wayOut) => _problems.AddFlag(
        DriftRules.TakesAway, Later.RangeOf(field), Later.Flag.Section, Later.Flag.Key,
        Later.Flag.Path, whom, MessageText.Path(_replacement.EarlierFile), when, wayOut);

    private string When(long first) =>
        _replacement.AsOf is { } asOf ? $" on {Replacement.Time(asOf)}"
        : first == 0 ? ""
        : $" after {Replacement.Time(first)}";
}
