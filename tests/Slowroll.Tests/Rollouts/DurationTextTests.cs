using Slowroll.Rollouts;

namespace Slowroll.Tests.Rollouts;

public class DurationTextTests
{
    [Theory]
    [InlineData("14", "needs one of the units")]
    [InlineData("1h1h", "the unit 'h' stands twice")]
    [InlineData("1w", "the unit 'w' is unknown; there are d, h, m, s, ms")]
    [InlineData("2 months", "the unit 'months' is unknown; there are d, h, m, s, ms")]
    [InlineData("1dh", "the unit 'dh' is unknown")]
    [InlineData("1é", "the unit 'é' is unknown")]
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

    [Theory]
    [InlineData("14 days", "days", "14d")]
    [InlineData("30min", "min", "30m")]
    [InlineData("14D", "D", "14d")]
    [InlineData("1 Hour 30 minutes", "Hour", "1h 30m")]
    [InlineData("2hrs", "hrs", "2h")]
    [InlineData("90 sec", "sec", "90s")]
    [InlineData("500 millis", "millis", "500ms")]
    public void A_unit_that_is_spelt_out_is_told_with_the_text_that_may_be_meant(
        string text, string unit, string meant) => Assert.Equal(
        $"'{text}' is no duration: the unit '{unit}' is unknown; there are d, h, m, s, ms. Did you mean '{meant}'?",
        DurationText.Parse(text).Error);

    // It would take minutes, and more memory than there is on a stack, to try every blank anew.
    [Fact]
    public void A_long_text_that_is_no_duration_is_refused_in_time() =>
        Assert.NotNull(DurationText
            .Parse(new string(' ', 1_000_000) + "1" + new string(' ', 1_000_000) + new string('x', 1_000_000)).Error);

    [Fact]
    public void The_order_of_the_units_does_not_matter() =>
        Assert.Equal(DurationText.Parse("1d 2h 3.5m").Value, DurationText.Parse("3.5m 2h 1d").Value);

    [Theory]
    [InlineData("0.0000015s", 2)]
    [InlineData("0.0000025s", 2)]
    public void Half_a_microsecond_goes_to_the_even_neighbour(string text, long microseconds) =>
        Assert.Equal(microseconds, DurationText.Parse(text).Value);
}
