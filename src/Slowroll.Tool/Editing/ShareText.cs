using System.Globalization;
using Slowroll.Texts;
using Slowroll.Tool.Editing.Configs;

namespace Slowroll.Tool.Editing;

/// <summary>Writes shares for people.</summary>
internal static class ShareText
{
    /// <summary>A percentage with at most two decimals.</summary>
    public static string Of(double percent) => percent is > 0 and < 0.01 ? "less than 0.01 %"
        : percent is < 100 and > 99.99 ? "more than 99.99 %"
        : percent.ToString("0.##", CultureInfo.InvariantCulture) + " %";

    /// <summary>The shares of all groups: <c>23.4 %</c>, or one for each group.</summary>
    public static string Of(IReadOnlyList<GroupShare> shares) => shares is [var only]
        ? Of(only.Percent)
        : OneLine.List(", ", shares, share => $"{Of(share.Percent)} of {share.Group}");
}
