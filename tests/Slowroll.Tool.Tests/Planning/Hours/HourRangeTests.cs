using Slowroll.Planning.Tests.Page;
using Slowroll.Tool.Planning.Hours;

namespace Slowroll.Tool.Tests.Planning.Hours;

/// <summary>Of the first and the last hour only a part counts.</summary>
public class HourRangeTests
{
    private static readonly HourRange Hours = new(Micros("09:30"), Micros("11:15"));

    [Fact]
    public void Hours_begin_by_the_clock() =>
        Assert.Equal((3, Micros("09:00"), Micros("11:00")), (Hours.Count, Hours.StartOf(0), Hours.StartOf(2)));

    [Fact]
    public void The_first_hour_counts_after_the_first_instant() =>
        Assert.Equal((Micros("09:30"), Micros("10:00") - 1), (Hours.Before(0), Hours.Before(1)));

    [Fact]
    public void The_last_hour_counts_before_the_last_instant() =>
        Assert.Equal((Micros("10:00") - 1, Micros("11:15") - 1), (Hours.LastOf(0), Hours.LastOf(2)));

    [Theory]
    [InlineData("09:59", 0)]
    [InlineData("10:00", 1)]
    [InlineData("23:00", 3)]
    public void An_instant_lies_in_an_hour_or_behind_them(string time, int hour) =>
        Assert.Equal(hour, Hours.HourOf(Micros(time)));

    private static long Micros(string time) => Plans.Microseconds($"2030-03-04 {time}Z");
}
