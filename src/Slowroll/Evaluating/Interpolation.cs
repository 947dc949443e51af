using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Slowroll.Rollouts;

namespace Slowroll.Evaluating;

/// <summary>The number that lies a fraction of the way from one to another; the fraction is above 0 and below 1.</summary>
internal delegate T Interpolation<T>(T from, T to, Int128 numerator, Int128 denominator);

/// <summary><c>stable + (new - stable) * progress</c> for each type of number; the result never leaves the two.</summary>
internal static class Interpolations
{
    private static readonly Dictionary<Type, Delegate> ByType = new()
    {
        [typeof(int)] = new Interpolation<int>((from, to, n, d) => (int)Integer(from, to, n, d)),
        [typeof(long)] = new Interpolation<long>(Integer),
        [typeof(double)] = new Interpolation<double>(Double),
        [typeof(decimal)] = new Interpolation<decimal>(Decimal),
        [typeof(int?)] = Nullable<int>((from, to, n, d) => (int)Integer(from, to, n, d)),
        [typeof(long?)] = Nullable<long>(Integer),
        [typeof(double?)] = Nullable<double>(Double),
        [typeof(decimal?)] = Nullable<decimal>(Decimal),
        [typeof(JsonElement)] = new Interpolation<JsonElement>(Json),
    };

    /// <summary>The one for a type, or null for a type that is no number.</summary>
    public static Interpolation<T>? Of<T>() => ByType.GetValueOrDefault(typeof(T)) as Interpolation<T>;

    // Exact, a tie going to the even neighbour. Allocates only where a 64-bit span meets percentages of many digits.
    private static long Integer(long from, long to, Int128 numerator, Int128 denominator)
    {
        // Rounded from an even starting point, so that what is even stays even.
        var odd = from & 1;
        var span = (Int128)to - from;
        var fits = Bits(span) + Bits(numerator) < 126;
        var steps = fits
            ? Rounding.DivideHalfToEven(span * numerator + odd * denominator, denominator)
            : (Int128)Rounding.DivideHalfToEven((BigInteger)span * numerator + (BigInteger)odd * denominator, denominator);

        // The steps alone may be more than a long holds.
        return (long)(from - odd + steps);
    }

    private static double Double(double from, double to, Int128 numerator, Int128 denominator) =>
        Between(from, to, (double)numerator / (double)denominator);

    private static decimal Decimal(decimal from, decimal to, Int128 numerator, Int128 denominator)
    {
        // A decimal holds 96 bits.
        var surplus = Math.Max(0, Bits(denominator) - 90);
        return Between(from, to, (decimal)(numerator >> surplus) / (decimal)(denominator >> surplus));
    }

    private static JsonElement Json(JsonElement from, JsonElement to, Int128 numerator, Int128 denominator)
    {
        var text = from.TryGetInt64(out var wholeFrom) && to.TryGetInt64(out var wholeTo)
            ? Integer(wholeFrom, wholeTo, numerator, denominator).ToString(CultureInfo.InvariantCulture)
            : Double(from.GetDouble(), to.GetDouble(), numerator, denominator).ToString("R", CultureInfo.InvariantCulture);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        return JsonElement.ParseValue(ref reader);
    }

    // Between two of one sign the span can't overflow, between two of different signs the sum can't.
    private static T Between<T>(T from, T to, T progress) where T : INumber<T>
    {
        var value = T.IsNegative(from) == T.IsNegative(to)
            ? from + (to - from) * progress
            : from * (T.One - progress) + to * progress;
        return T.Clamp(value, T.Min(from, to), T.Max(from, to));
    }

    private static Interpolation<T?> Nullable<T>(Interpolation<T> interpolation) where T : struct =>
        (from, to, numerator, denominator) => interpolation(from!.Value, to!.Value, numerator, denominator);

    private static int Bits(Int128 value) => 128 - (int)Int128.LeadingZeroCount(Int128.Abs(value));
}
