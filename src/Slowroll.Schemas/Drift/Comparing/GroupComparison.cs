using Slowroll.Schemas.Drift.Reading;

namespace Slowroll.Schemas.Drift.Comparing;

/// <summary>Hash keys that are in one group of the earlier rollout and in one of the later: when who of them gains or
/// loses <c>new</c>, if the later one replaces the earlier one.</summary>
/// <param name="Before">Their group in the earlier rollout.</param>
/// <param name="After">Their group in the later one.</param>
/// <param name="IsReshuffled">Whether the salt differs, so that each of them has another bucket.</param>
internal sealed record GroupComparison(HostGroup Before, HostGroup After, bool IsReshuffled)
{
    /// <summary>Whether they are the whole group of the earlier rollout.</summary>
    public required bool IsWholeBefore { get; init; }

    /// <summary>Whether they are the whole group of the later rollout.</summary>
    public required bool IsWholeAfter { get; init; }

    /// <summary>Whether it is known who they are. Otherwise it depends on the hosts, and there may be none.</summary>
    public bool IsKnown => IsWholeBefore || IsWholeAfter;

    /// <summary>Who they are, for a message.</summary>
    public string Name =>
        IsWholeAfter ? After.Name
        : IsWholeBefore || Before.Name == After.Name ? Before.Name
        : $"those who go from {Before.Name} to {After.Name}";

    /// <summary>All pairs of groups that can have hash keys in common.</summary>
    /// <param name="before">The groups of the earlier rollout: no two have a hash key in common.</param>
    /// <param name="after">The groups of the later one, likewise.</param>
    /// <param name="isReshuffled">Whether the salt differs.</param>
    public static IReadOnlyList<GroupComparison> Pair(
        IReadOnlyList<HostGroup> before, IReadOnlyList<HostGroup> after, bool isReshuffled)
    {
        var pairs = Enumerable.Range(0, before.Count)
            .SelectMany(one => Enumerable.Range(0, after.Count), (one, other) => (one, other))
            .Where(pair => before[pair.one].CanShareHostsWith(after[pair.other]))
            .ToList();
        var (ofBefore, ofAfter) = (pairs.ToLookup(pair => pair.one), pairs.ToLookup(pair => pair.other));
        return
        [
            .. pairs.Select(pair => new GroupComparison(before[pair.one], after[pair.other], isReshuffled)
            {
                IsWholeBefore = ofBefore[pair.one].Count() == 1,
                IsWholeAfter = ofAfter[pair.other].Count() == 1,
            }),
        ];
    }

    /// <summary>The buckets that get <c>new</c> at an instant; null for none, and where buckets can't be
    /// compared.</summary>
    public BucketRange? GainsAt(long instant) =>
        IsReshuffled ? null : BucketRange.Between(Before.Course.CountAt(instant), After.Course.CountAt(instant));

    /// <summary>The buckets that lose <c>new</c> at an instant; null for none, and where buckets can't be
    /// compared.</summary>
    public BucketRange? LosesAt(long instant) =>
        IsReshuffled ? null : BucketRange.Between(After.Course.CountAt(instant), Before.Course.CountAt(instant));

    /// <summary>The share on <c>new</c> at an instant, before and after, as fractions of 1.</summary>
    public (double Before, double After) SharesAt(long instant) => (
        Before.Course.CountAt(instant) / (double)Course.AllBuckets,
        After.Course.CountAt(instant) / (double)Course.AllBuckets);

    /// <summary>The same without the rollbacks of the later rollout, which are intended.</summary>
    public GroupComparison WithoutLaterRollbacks() =>
        this with { After = After with { Course = After.Course with { Rollbacks = [] } } };

    /// <summary>How much of all positions was on <c>new</c> until an instant and isn't any more, as a fraction of 1.
    /// With another salt all positions are others, so that the two shares overlap by chance.</summary>
    /// <remarks>Who would switch at this very instant loses nothing: a share that goes on from where it is has that
    /// border.</remarks>
    public double LostAt(long instant)
    {
        var (before, after) = (Before.Course.CountAt(instant - 1), After.Course.CountAt(instant));
        return IsReshuffled
            ? before / (double)Course.AllBuckets * (1 - after / (double)Course.AllBuckets)
            : BucketRange.Between(after, before)?.Share ?? 0;
    }
}

/// <summary>Buckets that follow each other.</summary>
/// <param name="From">The first one.</param>
/// <param name="Until">The first one after them.</param>
internal readonly record struct BucketRange(long From, long Until)
{
    /// <summary>How many there are.</summary>
    public long Count => Until - From;

    /// <summary>As a fraction of all buckets.</summary>
    public double Share => Count / (double)Course.AllBuckets;

    /// <summary>Null if there are none.</summary>
    public static BucketRange? Between(long from, long until) => from < until ? new(from, until) : null;
}
