using Slowroll.Refreshing;

namespace Slowroll.Tests.Refreshing;

public class PollScheduleTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(0.0, 54)]
    [InlineData(0.5, 60)]
    [InlineData(0.9999999, 66)]
    public void After_a_good_fetch_the_next_comes_after_the_interval_up_to_a_tenth_off(double chance, double seconds) =>
        Assert.Equal(seconds, PollSchedule.Next(Minute, 0, null, chance).TotalSeconds, 3);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(7, 60)]
    [InlineData(1_000_000, 60)]
    public void After_failures_the_longest_wait_doubles_up_to_the_interval(int failures, double seconds) =>
        Assert.Equal(seconds, PollSchedule.Next(Minute, failures, null, 1).TotalSeconds, 3);

    [Fact]
    public void After_a_failure_the_wait_is_anything_up_to_the_longest() =>
        Assert.Equal(TimeSpan.FromSeconds(1), PollSchedule.Next(Minute, 3, null, 0.25));

    [Theory]
    [InlineData(300, 300)]
    [InlineData(1, 60)]
    [InlineData(1e9, 3600)]
    public void What_the_source_asked_for_is_waited_at_least_up_to_an_hour(double asked, double seconds) =>
        Assert.Equal(seconds, PollSchedule.Next(Minute, 0, TimeSpan.FromSeconds(asked), 0.5).TotalSeconds);

    [Fact]
    public void An_infinite_interval_never_polls() =>
        Assert.Equal(Timeout.InfiniteTimeSpan, PollSchedule.Next(Timeout.InfiniteTimeSpan, 5, Minute, 0.5));
}
