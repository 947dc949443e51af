using System.Globalization;

namespace Slowroll.Schemas.Model;

/// <summary>Limits how many findings of one file are reported. More would hide what matters, and make an editor or a
/// build log unusable.</summary>
internal static class FindingLimit
{
    /// <summary>The most findings that are reported for one file.</summary>
    public const int Most = 1_000;

    /// <summary>The findings to report, in their order: all if they are few; else one of each rule, and then the most
    /// severe.</summary>
    /// <param name="all">What was found in one file.</param>
    /// <param name="rule">A finding's rule.</param>
    /// <param name="severity">How severe it is; the greater, the more severe.</param>
    public static IReadOnlyList<T> Reported<T>(IReadOnlyList<T> all, Func<T, string> rule, Func<T, int> severity)
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
                .ThenByDescending(each => severity(each.Finding))
                .ThenBy(each => each.At)
                .Take(Most)
                .OrderBy(each => each.At)
                .Select(each => each.Finding),
        ];
    }

    /// <summary>A sentence about the findings that are not reported; null if all are.</summary>
    /// <param name="all">How many were found in one file.</param>
    public static string? SentenceOfRest(int all) => all <= Most
        ? null
        : string.Format(
            CultureInfo.InvariantCulture,
            "Of {0:N0} findings in this file, {1:N0} are reported; correct these, and the others are reported next",
            all,
            Most);
}
