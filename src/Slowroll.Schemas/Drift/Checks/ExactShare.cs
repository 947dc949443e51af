using System.Numerics;
using Slowroll.Rollouts;

namespace Slowroll.Schemas.Drift.Checks;

/// <summary>The share of a schedule at every instant, as an exact fraction.</summary>
internal sealed class ExactShare(Schedule schedule)
{
    public long Start => schedule.Start;

    /// <summary>The instants between which the share is linear, in microseconds, each with its two
    /// neighbours.</summary>
    public IEnumerable<long> Corners { get; } = new[] { schedule.Start, schedule.End }.SelectMany(at => new[] { at - 1, at, at + 1 });

    public static ExactShare Nobody(long start) => new(Schedule.Constant(Percentage.Zero, start));

    /// <summary>The share as a fraction of 1.</summary>
    public Fraction At(long instant)
    {
        var share = schedule.ShareAt(instant * Schedule.TicksPerMicrosecond);
        return new(Exactly(share.Numerator), Exactly(share.Denominator));
    }

    // Two shares are multiplied; 128 bits would not be enough.
    private static BigInteger Exactly(Wide number) => ((BigInteger)number.High << 64) + number.Low;
}

/// <summary>An exact number.</summary>
/// <param name="Numerator">What is divided.</param>
/// <param name="Denominator">By what; more than 0.</param>
internal readonly record struct Fraction(BigInteger Numerator, BigInteger Denominator)
{
    public static Fraction One => new(1, 1);

    public bool IsPositive => Numerator.Sign > 0;

    public double ToDouble() => Math.Exp(BigInteger.Log(Numerator) - BigInteger.Log(Denominator));

    public static Fraction operator -(Fraction left, Fraction right) => new(
        left.Numerator * right.Denominator - right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    public static Fraction operator *(Fraction left, Fraction right) => new(
        left.Numerator * right.Numerator, left.Denominator * right.Denominator);
}
