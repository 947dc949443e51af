using Slowroll.Tool.Hosts;

namespace Slowroll.Tool.Tests.Hosts;

public class HostOrderTests
{
    private static readonly HostOrder Order = HostOrder.Of([30, uint.MaxValue, 10, 20, 0, 20]);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(20, 2)]
    [InlineData(21, 4)]
    [InlineData(uint.MaxValue, 5)]
    [InlineData(1L << 32, 6)]
    public void Hosts_with_a_lower_bucket_are_counted(long bucket, int count)
    {
        Assert.Equal(count, Order.CountBelow(bucket));
        Assert.Equal(count, Order.Between(0, bucket).Count());
    }

    [Fact]
    public void An_order_without_some_hosts_counts_the_others()
    {
        var without = Order.Without([0, 4]).Without([0, 5]);

        Assert.Equal(3, without.Count);
        Assert.Equal([2, 3, 1], without.All);
        Assert.Equal([0, 1, 2, 2, 3], new[] { 0L, 11, 21, 31, 1L << 32 }.Select(without.CountBelow));
        Assert.Equal([(2, 10u), (3, 20u), (1, uint.MaxValue)], without.WithBuckets());
    }

    [Fact]
    public void An_order_of_some_hosts_has_those_alone()
    {
        var only = Order.Without([0]).Only([0, 1, 3]);

        Assert.Equal([3, 1], only.All);
        Assert.Equal(1, only.CountBelow(uint.MaxValue));
        Assert.Equal([1], only.Without([3, 5]).All);
        Assert.Equal([3], only.Only([3, 2]).All);
    }
}
