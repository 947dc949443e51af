using System.Globalization;
using System.Numerics;
using System.Text;
using Slowroll.Texts;

namespace Slowroll.Rollouts;

/// <summary>Reads durations as the original writes them: <c>14d</c>, <c>1d 2h</c>, <c>1h30m</c>, <c>1.5h</c>,
/// <c>500ms</c>.</summary>
/// <remarks>Each unit may be there once, in any order; a number may have its own minus sign; an empty text is
/// zero.</remarks>
internal static class DurationText
{
    private const string UnitNames = "d, h, m, s, ms";

    // What people also write, for the message: it is refused, as by the original.
    private static readonly (string Name, long Microseconds, string[] Aliases)[] Units =
    [
        ("ms", 1_000, ["ms", "msec", "milli", "millis", "millisecond", "milliseconds"]),
        ("s", 1_000_000, ["s", "sec", "secs", "second", "seconds"]),
        ("m", 60_000_000, ["m", "min", "mins", "minute", "minutes"]),
        ("h", 3_600_000_000, ["h", "hr", "hrs", "hour", "hours"]),
        ("d", 86_400_000_000, ["d", "day", "days"]),
    ];

    /// <summary>The length in microseconds, rounded as Python's <c>timedelta</c> rounds it; it may be
    /// negative.</summary>
    public static Parsed<long> Parse(string text) => Parse(text, isGuess: false);

    private static Parsed<long> Parse(string text, bool isGuess)
    {
        var amounts = new double?[Units.Length];
        var at = WhiteSpace.Skip(text, 0);
        while (at < text.Length)
        {
            var numberStart = at;
            at = SkipNumber(text, at);
            if (at == numberStart)
                return Refused(text, $"a number is expected at '{OneLine.Of(text.Substring(at))}'");

            var number = text.Substring(numberStart, at - numberStart);
            if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
                || double.IsInfinity(amount))
            {
                return Refused(text, $"'{OneLine.Of(number)}' is no number");
            }

            at = WhiteSpace.Skip(text, at);
            var word = WordAt(text, at);
            if (word.Length == 0)
                return Refused(text, $"'{OneLine.Of(number)}' needs one of the units {UnitNames} behind it");

            var unit = Array.FindIndex(Units, unit => unit.Name == word);
            if (unit < 0)
                return Unknown(text, word, isGuess);
            if (amounts[unit] is not null)
                return Refused(text, $"the unit '{Units[unit].Name}' stands twice");

            amounts[unit] = amount;
            at = WhiteSpace.Skip(text, at + word.Length);
        }

        return Sum(amounts) is { } total
            ? total
            : Refused(text, "it is longer than 292,000 years");
    }

    // Whole microseconds are added exactly; fractions of them are added as doubles, the smallest unit first, and
    // rounded once at the end, half to even by the total: bit for bit what timedelta(milliseconds=..., ..., days=...)
    // gives.
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

    // To its last letter: no unit is followed by a letter in a duration that can be read.
    private static string WordAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text.Substring(at, end - at);
    }

    private static Parsed<long> Unknown(string text, string word, bool isGuess)
    {
        var why = $"the unit '{OneLine.Of(word)}' is unknown; there are {UnitNames}";
        return !isGuess && WithUnits(text) is var meant && Parse(meant, isGuess: true).Error is null
            ? Parsed<long>.Failed($"'{OneLine.Of(text)}' is no duration: {why}. Did you mean '{OneLine.Of(meant)}'?")
            : Refused(text, why);
    }

    // Every word is replaced by its unit, directly after its number. One pass: a config may be long, and hostile.
    private static string WithUnits(string text)
    {
        var meant = new StringBuilder(text.Length);
        for (var at = WhiteSpace.Skip(text, 0); at < text.Length; at++)
        {
            var word = WordAt(text, at);
            if (word.Length == 0)
            {
                meant.Append(text[at]);
                continue;
            }

            while (meant.Length > 0 && WhiteSpace.Is(meant[meant.Length - 1]))
                meant.Length--;
            meant.Append(NameOf(word));
            at += word.Length - 1;
        }

        return meant.ToString();
    }

    private static string NameOf(string word) =>
        Array.Find(Units, unit => Array.IndexOf(unit.Aliases, word.ToLowerInvariant()) >= 0).Name ?? word;

    private static Parsed<long> Refused(string text, string why) =>
        Parsed<long>.Failed($"'{OneLine.Of(text)}' is no duration: {why}. Write it like '14d', '1d 2h' or '1h30m'.");
}
