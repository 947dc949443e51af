using Slowroll.Rollouts;

namespace Slowroll.Tests.Rollouts;

public class DurationTextTests
{
    [Theory]
    [InlineData("14", "needs one of the units")]
    [InlineData("1h1h", "the unit 'h' stands twice")]
    [InlineData("1w", "needs one of the units")]
    [InlineData("soon", "a number is expected at 'soon'")]
    [InlineData("1.2.3h", "'1.2.3' is no number")]
    [InlineData("٣h", "a number is expected")]
    public void A_text_that_is_no_duration_is_refused_with_the_reason(string text, string reason)
    {
        var error = DurationText.Parse(text).Error;

        Assert.NotNull(error);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.Contains($"'{text}'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_the_units_does_not_matter() =>
        Assert.Equal(DurationText.Parse("1d 2h 3.5m").Value, DurationText.Parse("3.5m 2h 1d").Value);

    [Theory]
    [InlineData("0.0000015s", 2)]
    [InlineData("0.0000025s", 2)]
    public void Half_a_microsecond_goes_to_the_even_neighbour(string text, long microseconds) =>
        Assert.Equal(microseconds, DurationText.Parse(text).Value);
}
