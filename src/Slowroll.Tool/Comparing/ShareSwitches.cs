using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Naming;

namespace Slowroll.Tool.Comparing;

/// <summary>Says who switches where the hosts are not known: shares of groups, and the hosts that the configs
/// name.</summary>
internal sealed class ShareSwitches(Func<string, uint> hasher)
{
    // Each name is looked up in all audiences.
    private const int MostNames = 1_000;

    /// <summary>Who switches at an instant, in microseconds since the year 1.</summary>
    public Switches Of(FlagEdit edit, long instant)
    {
        List<SwitchedShare> gains = [], loses = [];
        foreach (var group in edit.Groups)
        {
            var (gained, lost) = SharesOf(group, instant);
            if (gained > 0)
                gains.Add(new(group.Name, gained, group.IsKnown));
            if (lost > 0)
                loses.Add(new(group.Name, lost, group.IsKnown));
        }

        var (gainedNames, lostNames) = Named(edit, instant);
        var (newPatterns, gonePatterns) = Patterns(edit);
        return new(
            new()
            {
                Shares = gains,
                Names = gainedNames,
                Others = edit.GroupsBefore.All(group => IsFull(group, instant)) ? [] : newPatterns,
            },
            new()
            {
                Shares = loses,
                Names = lostNames,
                Others = edit.GroupsAfter.All(group => IsFull(group, instant)) ? [] : gonePatterns,
            });
    }

    private static (double Gained, double Lost) SharesOf(GroupComparison group, long instant)
    {
        if (!group.IsReshuffled)
            return (group.GainsAt(instant)?.Share ?? 0, group.LosesAt(instant)?.Share ?? 0);

        var (before, after) = group.SharesAt(instant);
        return (after * (1 - before), before * (1 - after));
    }

    private (List<string> Gained, List<string> Lost) Named(FlagEdit edit, long instant)
    {
        List<string> gained = [], lost = [];
        foreach (var name in NamesOf(edit).Take(MostNames))
        {
            var (before, after) = edit.CoursesOf(name);
            var wasNew = before.IsNew(BucketOf(edit.RolloutBefore, name), instant);
            if (wasNew != after.IsNew(BucketOf(edit.RolloutAfter, name), instant))
                (wasNew ? lost : gained).Add(name);
        }

        return (gained, lost);
    }

    // Whoever is an early adopter in both, or in none, is in the shares.
    private static IEnumerable<string> NamesOf(FlagEdit edit)
    {
        HashSet<string> names = [.. edit.RolloutBefore?.EarlyAdopters ?? []];
        names.SymmetricExceptWith(edit.RolloutAfter?.EarlyAdopters ?? []);
        return names.Order(StringComparer.Ordinal);
    }

    private static (IReadOnlyList<string> New, IReadOnlyList<string> Gone) Patterns(FlagEdit edit)
    {
        static HashSet<string> Of(ConfigRollout? rollout) =>
            [.. rollout?.Patterns.Select(pattern => pattern.Text) ?? []];
        static string Shown(string pattern) => $"those whom the pattern '{MessageText.Of(pattern)}' matches";

        var (before, after) = (Of(edit.RolloutBefore), Of(edit.RolloutAfter));
        return ([.. after.Except(before).Select(Shown)], [.. before.Except(after).Select(Shown)]);
    }

    private static bool IsFull(HostGroup group, long instant) =>
        group.Course.CountAt(instant) == Course.AllBuckets;

    private uint BucketOf(ConfigRollout? rollout, string name) =>
        hasher(rollout?.Salt is { } salt ? $"{salt}:{name}" : name);
}
