using System.Numerics;
using System.Text.Json;

namespace Slowroll.Evaluating;

/// <summary>The number that lies a fraction of the way from one to another; the fraction is above 0 and below
/// 1.</summary>
internal delegate T Interpolation<T>(T from, T to, Int128 numerator, Int128 denominator);

/// <summary><c>stable + (new - stable) * progress</c> for each type of number; the result never leaves the
/// two.</summary>
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
    };

    /// <summary>The one for a type, or null for a type that is no number.</summary>
    public static Interpolation<T>? Of<T>() => (typeof(T) == typeof(JsonElement)
        ? new Interpolation<JsonElement>(new JsonInterpolation().Between)
        : ByType.GetValueOrDefault(typeof(T))) as Interpolation<T>;

    /// <summary>Exact; a tie goes to the even neighbour.</summary>
    public static long Integer(long from, long to, Int128 numerator, Int128 denominator)
    {
        var span = (Int128)to - from;
        var (steps, rest) = MultiplyAndDivide(Int128.Abs(span), numerator, denominator);
        var direction = to < from ? -1 : 1;
        var nearer = from + direction * steps;

        // rest against denominator - rest, not 2 * rest against denominator: doubling could leave the type.
        var half = rest.CompareTo(denominator - rest);
        return (long)(half > 0 || (half == 0 && Int128.IsOddInteger(nearer)) ? nearer + direction : nearer);
    }

    // factor * numerator / denominator for a factor of at most 64 bits and a fraction below 1 whose parts have at most
    // 99. What doesn't fit 128 bits is divided as on paper, a digit of 24 bits at a time.
    private static (Int128 Quotient, Int128 Remainder) MultiplyAndDivide(
        Int128 factor, Int128 numerator, Int128 denominator)
    {
        const int Digit = 24;
        if (Bits(factor) + Bits(numerator) < 127)
            return Int128.DivRem(factor * numerator, denominator);

        var (quotient, rest) = (Int128.Zero, Int128.Zero);
        for (var shift = 2 * Digit; shift >= 0; shift -= Digit)
        {
            var digit = (factor >> shift) & ((1 << Digit) - 1);
            (var next, rest) = Int128.DivRem((rest << Digit) + numerator * digit, denominator);
            quotient = (quotient << Digit) + next;
        }

        return (quotient, rest);
    }

    /// <summary>As exact as doubles are.</summary>
    public static double Double(double from, double to, Int128 numerator, Int128 denominator) =>
        Between(from, to, (double)numerator / (double)denominator);

    private static decimal Decimal(decimal from, decimal to, Int128 numerator, Int128 denominator)
    {
        // A decimal holds 96 bits.
        var surplus = Math.Max(0, Bits(denominator) - 90);
        return Between(from, to, (decimal)(numerator >> surplus) / (decimal)(denominator >> surplus));
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
