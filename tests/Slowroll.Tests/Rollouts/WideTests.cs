using System.Numerics;
using Slowroll.Rollouts;

namespace Slowroll.Tests.Rollouts;

/// <summary>Run on what the running program has and on what the build has.</summary>
public class WideTests
{
    private static readonly long[] Numbers =
        [0, 1, 2, 3, 10, uint.MaxValue - 1L, uint.MaxValue, 1L
            << 32, 1L << 33, 100_000_000_000, 3_155_378_975_999_999_999, long.MaxValue - 1, long.MaxValue];

    [Fact]
    public void Products_are_exact() => Assert.All(
        from left in Numbers from right in Numbers select (left, right),
        pair => Assert.Equal((BigInteger)pair.left * pair.right, Exactly(Wide.Product(pair.left, pair.right))));

    [Fact]
    public void Sums_of_products_are_exact() => Assert.All(
        from one in Numbers from other in Numbers from third in Numbers select (one, other, third),
        all => Assert.Equal(
            ((BigInteger)all.one * all.other) + ((BigInteger)all.other * all.third),
            Exactly(Wide.Product(all.one, all.other) + Wide.Product(all.other, all.third))));

    private static BigInteger Exactly(Wide number) => ((BigInteger)number.High << 64) + number.Low;
}
