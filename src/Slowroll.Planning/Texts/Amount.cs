using System.Globalization;

namespace Slowroll.Planning.Texts;

/// <summary>Says how many there are of something: <c>1 flag</c>, <c>12,000 flags</c>.</summary>
internal static class Amount
{
    /// <summary>The number and the word.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one of them.</param>
    public static string Of(long count, string one) => Of(count, one, $"{one}s");

    /// <summary>The number and the words.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The words for one of them: <c>flag moves</c>.</param>
    /// <param name="many">The words for none, or more: <c>flags move</c>.</param>
    public static string Of(long count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    /// <summary>The number alone, with commas between thousands.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
