using System.Globalization;

namespace Slowroll.Schemas.Model;

/// <summary>How many findings of one file are told. More would hide what matters, and take an editor or a build log down.</summary>
public static class FindingLimit
{
    /// <summary>So many are told of one file.</summary>
    public const int Most = 1_000;

    /// <summary>The findings that are told, in their order: all of them where they are few; else one of each rule, and then the
    /// gravest.</summary>
    /// <param name="all">What was found in one file.</param>
    /// <param name="rule">A finding's rule.</param>
    /// <param name="gravity">How grave it is; the greater, the graver.</param>
    public static IReadOnlyList<T> Told<T>(IReadOnlyList<T> all, Func<T, string> rule, Func<T, int> gravity)
    {
        if (all.Count <= Most)
        {
            return all;
        }

        HashSet<string> known = new(StringComparer.Ordinal);
        return
        [
            .. all
                .Select((finding, at) => (Finding: finding, At: at, IsFirst: known.Add(rule(finding))))
                .OrderByDescending(each => each.IsFirst)
                .ThenByDescending(each => gravity(each.Finding))
                .ThenBy(each => each.At)
                .Take(Most)
                .OrderBy(each => each.At)
                .Select(each => each.Finding),
        ];
    }

    /// <summary>What is said of those that are not told; null where all are.</summary>
    /// <param name="all">How many were found in one file.</param>
    public static string? Rest(int all) => all <= Most
        ? null
        : string.Format(CultureInfo.InvariantCulture, "Of {0:N0} findings in this file, {1:N0} are reported; correct these, and the others are reported next", all, Most);
}
