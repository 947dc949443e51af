using System.Numerics;
using Slowroll.Rollouts;

namespace Slowroll.Tool.Tests.Behaviour;

/// <summary>The build's half divides numbers of 128 bits by code of its own.</summary>
public class BuildDivisionTests
{
    [Fact]
    public void Quotients_are_rounded_half_to_even() => Assert.All(Enumerable.Range(0, 20_000), seed =>
    {
        Random random = new(seed);
        var (left, right, divisor) = (Any(random), Any(random), Math.Max(1, Any(random)));
        var product = (BigInteger)left * right;
        if (product / divisor >= long.MaxValue)
            return;

        var (quotient, rest) = BigInteger.DivRem(product, divisor);
        var up = (rest * 2).CompareTo(divisor);
        var expected = up > 0 || (up == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
        Assert.Equal(expected, Wide.DivideHalfToEven(Wide.Product(left, right), divisor));
    });

    // Of any length in bits, often next to a power of two.
    private static long Any(Random random) => random.Next(3) == 0
        ? Math.Max(0, (1L << random.Next(63)) + random.Next(-2, 3))
        : random.NextInt64() >> random.Next(63);
}
