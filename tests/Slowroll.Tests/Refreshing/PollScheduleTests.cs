using Slowroll.Refreshing;

namespace Slowroll.Tests.Refreshing;

public class PollScheduleTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly RefreshState Good = new(Held: null);

    [Theory]
    [InlineData(0.0, 54)]
    [InlineData(0.5, 60)]
    [InlineData(0.9999999, 66)]
    public void After_a_good_fetch_the_next_comes_after_the_interval_up_to_a_tenth_off(double chance, double seconds) =>
        Assert.Equal(seconds, SecondsAfter(Good, chance), 3);

    [Theory]
    [InlineData(0.0, 6)]
    [InlineData(0.5, 33)]
    [InlineData(0.9999999, 60)]
    public void After_the_start_the_next_comes_anywhere_within_the_interval_but_not_at_once(
        double chance, double seconds) =>
        Assert.Equal(seconds, PollSchedule.First(Minute, Good, chance).TotalSeconds, 3);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(7, 60)]
    [InlineData(1_000_000, 60)]
    public void After_failures_the_longest_wait_doubles_up_to_the_interval(int failures, double seconds) =>
        Assert.Equal(seconds, SecondsAfter(Good with { Failures = failures }, 1), 3);

    [Fact]
    public void After_a_failure_the_wait_is_anything_up_to_the_longest() =>
        Assert.Equal(1, SecondsAfter(Good with { Failures = 3 }, 0.25));

    [Fact]
    public void A_start_that_failed_is_tried_again_like_any_other_fetch() =>
        Assert.Equal(TimeSpan.FromSeconds(0.5), PollSchedule.First(Minute, Good with { Failures = 1 }, 0.5));

    [Theory]
    [InlineData(300, 0, 300)]
    [InlineData(300, 0.5, 450)]
    [InlineData(1e9, 0, 3600)]
    [InlineData(0, 0.5, 16)]
    public void What_the_source_asked_for_is_waited_at_least_up_to_an_hour_and_at_most_twice(
        double asked, double chance, double seconds) =>
        Assert.Equal(seconds,
            SecondsAfter(Good with { Failures = 6, RetryAfter = TimeSpan.FromSeconds(asked) }, chance));

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 120)]
    [InlineData(3, 240)]
    [InlineData(5, 600)]
    [InlineData(1_000_000, 600)]
    public void Survive_13_what_only_a_person_can_mend_is_polled_slower_and_slower_but_never_stopped(
        int failures, double seconds) =>
        Assert.Equal(seconds, SecondsAfter(Good with { Failures = failures, IsLasting = true }, 0.5));

    [Theory]
    [InlineData(30, 0.5, 60)]
    [InlineData(300, 0, 300)]
    [InlineData(300, 0.5, 315)]
    [InlineData(1e9, 0, 86400)]
    public void A_config_that_its_source_calls_good_for_longer_is_asked_for_after_that(
        double maxAge, double chance, double seconds)
    {
        var state = Good with { MaxAge = TimeSpan.FromSeconds(maxAge) };

        Assert.Equal(seconds, SecondsAfter(state, chance));
        Assert.True(PollSchedule.First(Minute, state, chance).TotalSeconds >= Math.Min(maxAge, 86400));
    }

    [Fact]
    public void An_infinite_interval_never_polls()
    {
        Assert.Equal(Timeout.InfiniteTimeSpan,
            PollSchedule.Next(Timeout.InfiniteTimeSpan, Good with { Failures = 5 }, 0.5));
        Assert.Equal(Timeout.InfiniteTimeSpan, PollSchedule.First(Timeout.InfiniteTimeSpan, Good, 0.5));
    }

    private static double SecondsAfter(RefreshState state, double chance) =>
        PollSchedule.Next(Minute, state, chance).TotalSeconds;
}
