using System.Globalization;
using Slowroll.Texts;

namespace Slowroll.Planning.Texts;

/// <summary>Writes percentages for people.</summary>
internal static class PercentText
{
    private const int Digits = 3;

    /// <summary>A percentage with at most three decimals.</summary>
    public static string Of(double percent) => InstantText.Percent(Math.Round(percent, Digits));

    /// <summary>A percentage with at most two decimals; somebody is never shown as nobody, nor nearly all as
    /// all.</summary>
    public static string Rough(double percent) => percent is > 0 and < 0.01 ? "less than 0.01 %"
        : percent is < 100 and > 99.99 ? "more than 99.99 %"
        : percent.ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
