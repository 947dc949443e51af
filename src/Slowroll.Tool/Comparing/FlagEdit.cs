using Slowroll.Schemas.Drift.Comparing;
using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Tool.Comparing;

/// <summary>What an edit does to a flag: both versions, and who of them counts as being on <c>new</c>.</summary>
/// <remarks>What counts is the value. If the value that won becomes <c>stable</c>, nobody loses it; the others gain
/// it.</remarks>
internal sealed class FlagEdit
{
    /// <summary>Compares two versions of a flag.</summary>
    public FlagEdit(FlagVersion before, FlagVersion after, AudienceIndex audiences)
    {
        (Before, After) = (before, after);
        HasWon = before.AreEqual(before.New, after, after.Stable)
            && !before.AreEqual(before.Stable, after, after.Stable);
        var isUndone = after.New is not null
            && before.Rollout is null
            && before.AreEqual(before.Stable, after, after.New)
            && !before.AreEqual(before.Stable, after, after.Stable);
        // The next rollout of a value that has won begins where everybody has it.
        RolloutBefore = HasWon && after.Rollout is not null ? null : before.Rollout;
        RolloutAfter = after.Rollout;
        GroupsBefore = GroupsOf(RolloutBefore, isUndone, audiences);
        GroupsAfter = GroupsOf(RolloutAfter, HasWon, audiences);
        IsReshuffled =
            RolloutBefore is { } earlier && RolloutAfter is { } later && earlier.Salt != later.Salt;
        Groups = GroupComparison.Pair(GroupsBefore, GroupsAfter, IsReshuffled);
    }

    public FlagVersion Before { get; }

    public FlagVersion After { get; }

    /// <summary>The rollout that is replaced; null where all hash keys are alike.</summary>
    public ConfigRollout? RolloutBefore { get; }

    /// <summary>The rollout that replaces it; null where all hash keys are alike.</summary>
    public ConfigRollout? RolloutAfter { get; }

    /// <summary>Whether what was <c>new</c> is now <c>stable</c>.</summary>
    public bool HasWon { get; }

    /// <summary>Whether one of them interpolates: then everybody gets the same number, and nobody switches.</summary>
    public bool IsInterpolated => Before.Rollout is { Interpolate: true } || After.Rollout is { Interpolate: true };

    /// <summary>Whether the salt differs, so that each host has another position.</summary>
    public bool IsReshuffled { get; }

    /// <summary>Those who were treated alike, without early adopters.</summary>
    public IReadOnlyList<HostGroup> GroupsBefore { get; }

    /// <summary>Those who will be.</summary>
    public IReadOnlyList<HostGroup> GroupsAfter { get; }

    /// <summary>The groups of both, pair by pair.</summary>
    public IReadOnlyList<GroupComparison> Groups { get; }

    /// <summary>Whether each hash key is in the same group by both, early adopters included.</summary>
    public bool HaveSameGroups => !IsReshuffled
        && GroupsBefore.Count == GroupsAfter.Count
        && GroupsBefore.Zip(GroupsAfter).All(pair => pair.First.Audience == pair.Second.Audience)
        && AreSame(RolloutBefore?.EarlyAdopters, RolloutAfter?.EarlyAdopters)
        && AreSame(
            RolloutBefore?.Patterns.Select(pattern => pattern.Text),
            RolloutAfter?.Patterns.Select(pattern => pattern.Text));

    /// <summary>Whether both say the same of every hash key at every instant.</summary>
    public bool IsWithoutEffect => HaveSameGroups
        && RolloutBefore is { } earlier
        && RolloutAfter is { } later
        && earlier.Interpolate == later.Interpolate
        && GroupsBefore.Zip(GroupsAfter).All(pair => pair.First.Course.Equals(pair.Second.Course))
        && Equals(earlier.Rollback, later.Rollback)
        && Before.AreEqual(Before.Stable, After, After.Stable)
        && Before.AreEqual(Before.New, After, After.New);

    /// <summary>By what a hash key is on <c>new</c> before and after.</summary>
    public (Course Before, Course After) CoursesOf(string hashKey) => (
        RolloutBefore is { } earlier ? RolloutDecision.CourseOf(earlier, hashKey) : GroupsBefore[0].Course,
        RolloutAfter is { } later ? RolloutDecision.CourseOf(later, hashKey) : GroupsAfter[0].Course);

    private static bool AreSame(IEnumerable<string>? before, IEnumerable<string>? after) =>
        (before ?? []).ToHashSet().SetEquals(after ?? []);

    private static IReadOnlyList<HostGroup> GroupsOf(
        ConfigRollout? rollout, bool hasEverybody, AudienceIndex audiences) => rollout is not null
        ? HostGroup.In(rollout, audiences)
        : [new() { Name = "all hosts", Course = hasEverybody ? Course.Everybody(null) : Course.Nobody }];
}
