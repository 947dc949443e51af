using Slowroll.Rollouts;

namespace Slowroll.Tests.Rollouts;

public class PercentageTests
{
    [Theory]
    [InlineData("12.5", 12_500_000_000)]
    [InlineData("0.1", 100_000_000)]
    [InlineData("1e1", 10_000_000_000)]
    [InlineData("-0.0", 0)]
    [InlineData("100", 100_000_000_000)]
    [InlineData("33.333333333333336", 33_333_333_333)]
    public void A_number_is_read_as_the_decimal_that_it_is_written_as(string text, long billionths) =>
        Assert.Equal(billionths, Percentage.Parse(text).Value.Billionths);

    [Theory]
    [InlineData("-0.1")]
    [InlineData("100.1")]
    [InlineData("1e999")]
    [InlineData("100.00000000000000000001")]
    public void A_number_outside_0_to_100_is_refused(string text) =>
        Assert.Contains($"{text} is no percentage", Percentage.Parse(text).Error, StringComparison.Ordinal);
}
