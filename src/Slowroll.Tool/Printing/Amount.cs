using System.Globalization;

namespace Slowroll.Tool.Printing;

/// <summary>Says how many there are of something: <c>1 flag</c>, <c>12,000 flags</c>.</summary>
internal static class Amount
{
    /// <summary>The number and the word.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one of them.</param>
    public static string Of(int count, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {one}{(count == 1 ? "" : "s")}");
}
