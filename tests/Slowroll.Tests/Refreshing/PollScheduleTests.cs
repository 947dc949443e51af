using Slowroll.Documents;
using Slowroll.Refreshing;

namespace Slowroll.Tests.Refreshing;

public class PollScheduleTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly RefreshState Good = new(Held: null);
    private static readonly RefreshState Holding =
        new(new HeldConfig(ConfigSnapshot.Empty, null, ConfigOrigin.Source, DateTimeOffset.UnixEpoch));

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
    public void After_a_fetch_of_the_whole_fleet_the_next_comes_anywhere_within_the_interval_but_not_at_once(
        double chance, double seconds) =>
        Assert.Equal(seconds, PollSchedule.Spread(Minute, Good, chance).TotalSeconds, 3);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(7, 60)]
    public void After_failures_the_longest_wait_doubles_up_to_the_interval(int failures, double seconds) =>
        Assert.Equal(seconds, SecondsAfter(Good with { Failures = failures }, 1), 3);

    [Theory]
    [InlineData(1, 15)]
    [InlineData(2, 30)]
    [InlineData(3, 60)]
    public void A_client_that_holds_a_config_has_time_its_longest_wait_begins_with_a_quarter_of_the_interval(
        int failures, double seconds) =>
        Assert.Equal(seconds, SecondsAfter(Holding with { Failures = failures }, 1), 3);

    [Theory]
    [InlineData(86400, 15)]
    [InlineData(2, 1)]
    [InlineData(0.75, 0.75)]
    public void The_first_wait_after_a_failure_is_at_most_a_quarter_of_a_minute_whatever_the_interval(
        double interval, double seconds) => Assert.Equal(
            seconds,
            PollSchedule.Next(TimeSpan.FromSeconds(interval), Holding with { Failures = 1 }, 1).TotalSeconds,
            3);

    [Theory]
    [InlineData(8, 0.0, 54)]
    [InlineData(8, 0.5, 60)]
    [InlineData(1_000_000, 0.9999999, 66)]
    public void A_source_that_is_down_for_long_is_not_asked_more_often_than_one_that_answers(
        int failures, double chance, double seconds)
    {
        Assert.Equal(seconds, SecondsAfter(Good with { Failures = failures }, chance), 3);
        Assert.Equal(seconds, SecondsAfter(Holding with { Failures = failures - 4 }, chance), 3);
        Assert.Equal(
            seconds, SecondsAfter(Good with { Failures = failures, RetryAfter = TimeSpan.FromSeconds(1) }, chance), 3);
    }

    [Fact]
    public void After_a_failure_the_wait_is_anything_up_to_the_longest() =>
        Assert.Equal(1, SecondsAfter(Good with { Failures = 3 }, 0.25));

    [Fact]
    public void A_start_that_failed_is_tried_again_like_any_other_fetch() =>
        Assert.Equal(TimeSpan.FromSeconds(0.5), PollSchedule.Spread(Minute, Good with { Failures = 1 }, 0.5));

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
    [InlineData(30, 0.9999999, 66)]
    [InlineData(60, 0.9999999, 66)]
    [InlineData(90, 0.9999999, 120)]
    [InlineData(300, 0, 300)]
    [InlineData(300, 0.5, 330)]
    [InlineData(3600, 0.5, 3780)]
    [InlineData(1e9, 0, 86400)]
    public void A_config_that_its_source_calls_good_for_longer_is_asked_for_after_that(
        double maxAge, double chance, double seconds)
    {
        var state = Good with { MaxAge = TimeSpan.FromSeconds(maxAge) };

        Assert.Equal(seconds, SecondsAfter(state, chance), 3);
        Assert.True(PollSchedule.Spread(Minute, state, chance).TotalSeconds >= Math.Min(maxAge, 86400));
    }

    [Fact]
    public void An_infinite_interval_never_polls()
    {
        Assert.Equal(Timeout.InfiniteTimeSpan,
            PollSchedule.Next(Timeout.InfiniteTimeSpan, Good with { Failures = 5 }, 0.5));
        Assert.Equal(Timeout.InfiniteTimeSpan, PollSchedule.Spread(Timeout.InfiniteTimeSpan, Good, 0.5));
    }

    private static double SecondsAfter(RefreshState state, double chance) =>
        PollSchedule.Next(Minute, state, chance).TotalSeconds;
}
