using System.Globalization;
using System.Numerics;

namespace Slowroll.Rollouts;

/// <summary>Reads lengths of time as upstream writes them: <c>14d</c>, <c>1d 2h</c>, <c>1h30m</c>, <c>1.5h</c>, <c>500ms</c>.</summary>
/// <remarks>Each unit may stand once, in any order; a number may have its own minus sign; nothing at all is zero.</remarks>
internal static class DurationText
{
    private static readonly (string Name, long Microseconds)[] Units =
    [
        ("ms", 1_000),
        ("s", 1_000_000),
        ("m", 60_000_000),
        ("h", 3_600_000_000),
        ("d", 86_400_000_000),
    ];

    /// <summary>The length in microseconds, rounded as Python's <c>timedelta</c> rounds it; it may be negative.</summary>
    public static Parsed<long> Parse(string text)
    {
        var amounts = new double?[Units.Length];
        var at = SkipWhitespace(text, 0);
        while (at < text.Length)
        {
            var numberStart = at;
            at = SkipNumber(text, at);
            if (at == numberStart)
                return Refused(text, $"a number is expected at '{text.Substring(at)}'");

            var number = text.Substring(numberStart, at - numberStart);
            if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
                || double.IsInfinity(amount))
                return Refused(text, $"'{number}' is no number");

            at = SkipWhitespace(text, at);
            var unit = UnitAt(text, at);
            if (unit < 0)
                return Refused(text, $"'{number}' needs one of the units d, h, m, s, ms behind it");
            if (amounts[unit] is not null)
                return Refused(text, $"the unit '{Units[unit].Name}' stands twice");

            amounts[unit] = amount;
            at = SkipWhitespace(text, at + Units[unit].Name.Length);
        }

        return Sum(amounts) is { } total
            ? total
            : Refused(text, "it is longer than 292,000 years");
    }

    // Whole microseconds are added exactly; what is less is added as doubles, smallest unit first, and rounded once at the end,
    // half to even by the total: bit for bit what timedelta(milliseconds=..., ..., days=...) gives.
    private static long? Sum(double?[] amounts)
    {
        var total = BigInteger.Zero;
        var leftover = 0.0;
        for (var unit = 0; unit < Units.Length; unit++)
        {
            var amount = amounts[unit] ?? 0;
            var whole = Math.Truncate(amount);
            var fraction = (amount - whole) * Units[unit].Microseconds;
            var wholeFraction = Math.Truncate(fraction);
            total += new BigInteger(whole) * Units[unit].Microseconds + new BigInteger(wholeFraction);
            leftover += fraction - wholeFraction;
        }

        total += new BigInteger(RoundLeftover(leftover, total.IsEven ? 0 : 1));
        return total >= long.MinValue && total <= long.MaxValue ? (long)total : null;
    }

    private static double RoundLeftover(double leftover, int odd)
    {
        var rounded = Math.Round(leftover, MidpointRounding.AwayFromZero);
        return Math.Abs(rounded - leftover) == 0.5
            ? 2 * Math.Round((leftover + odd) * 0.5, MidpointRounding.AwayFromZero) - odd
            : rounded;
    }

    private static int SkipNumber(string text, int at)
    {
        var digits = at < text.Length && text[at] == '-' ? at + 1 : at;
        var end = digits;
        while (end < text.Length && text[end] is (>= '0' and <= '9') or '.')
            end++;
        return end == digits ? at : end;
    }

    private static int UnitAt(string text, int at) =>
        Array.FindIndex(Units, unit => string.CompareOrdinal(text, at, unit.Name, 0, unit.Name.Length) == 0);

    // Python's \s counts the four separator controls as white space, .NET does not.
    private static int SkipWhitespace(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is >= '\u001c' and <= '\u001f'))
            at++;
        return at;
    }

    private static Parsed<long> Refused(string text, string why) =>
        Parsed<long>.Failed($"'{text}' is no duration: {why}. Write it like '14d', '1d 2h' or '1h30m'.");
}
