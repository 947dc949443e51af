using Slowroll.Planning.Texts;
using Slowroll.Texts;
using Slowroll.Tool.Editing.Configs;

namespace Slowroll.Tool.Editing;

/// <summary>Writes shares for people.</summary>
internal static class ShareText
{
    /// <summary>The shares of all groups: <c>23.4 %</c>, or one for each group.</summary>
    public static string Of(IReadOnlyList<GroupShare> shares) => shares is [var only]
        ? PercentText.Rough(only.Percent)
        : OneLine.List(", ", shares, share => $"{PercentText.Rough(share.Percent)} of {share.Group}");
}
