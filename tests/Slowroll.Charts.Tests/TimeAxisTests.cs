namespace Slowroll.Charts.Tests;

public class TimeAxisTests
{
    private static readonly DateTimeOffset Monday = new(2030, 3, 4, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1.0 / 24)]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(200)]
    [InlineData(4000)]
    [InlineData(700_000)]
    public void There_are_never_more_ticks_than_asked_for(double days) => Assert.InRange(
        TimeAxis.Ticks(Monday, Monday.AddDays(days), 7).Count, 1, 8);

    [Fact]
    public void Weeks_begin_on_Mondays() => Assert.Equal(
        ["4 Mar 2030", "11 Mar 2030", "18 Mar 2030"],
        TimeAxis.Ticks(Monday, Monday.AddDays(20), 3).Select(tick => tick.Text));

    [Fact]
    public void Days_have_their_names() => Assert.Equal(
        ["Mon 4 Mar", "Tue 5 Mar"], TimeAxis.Ticks(Monday, Monday.AddDays(1.9), 2).Select(tick => tick.Text));

    [Fact]
    public void The_first_tick_is_the_first_round_instant_of_the_chart() => Assert.Equal(
        Monday.AddHours(1), TimeAxis.Ticks(Monday.AddMinutes(10), Monday.AddHours(3), 3)[0].At);
}
