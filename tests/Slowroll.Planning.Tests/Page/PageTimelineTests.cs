using Slowroll.Planning.Page;
using Slowroll.Rollouts;

namespace Slowroll.Planning.Tests.Page;

public class PageTimelineTests
{
    private const long Hour = 3_600_000_000;
    private const long Day = 24 * Hour;
    private static readonly long Now = Plans.Microseconds("2030-03-05 10:17:03Z");
    private static readonly long Last = DateTime.MaxValue.Ticks / 10;

    [Fact]
    public void It_begins_before_the_first_running_start_and_ends_after_the_last_end()
    {
        var timeline = PageTimeline.Around(
            Now, [new(Now - 100 * Day, Now - 90 * Day), new(Now - 2 * Day, Now + Day), new(Now + Day, Now + 9 * Day)]);

        Assert.InRange(timeline.From, Now - 3 * Day, Now - 2 * Day - 1);
        Assert.InRange(timeline.Until, Now + 9 * Day + 1, Now + 10 * Day);
    }

    [Fact]
    public void The_slider_stops_at_round_instants_and_at_now()
    {
        var timeline = PageTimeline.Around(Now, [new(Now - 2 * Day, Now + 9 * Day)]);

        Assert.All(timeline.Grid, place => Assert.Equal(0, timeline.Stops[place] % Hour));
        Assert.Equal(Now, timeline.Stops[timeline.Now]);
        Assert.Equal(timeline.From, timeline.Stops[timeline.Grid[0]]);
        Assert.Equal(timeline.Until, timeline.Stops[timeline.Grid[^1]]);
    }

    [Fact]
    public void Events_are_stops_too_if_they_are_in_its_time()
    {
        var timeline = PageTimeline.Around(Now, [new(Now, Now + Day)]).With([Now + 7, Now + 7, Now + 900 * Day]);

        Assert.Equal([Now + 7], timeline.Events.Select(place => timeline.Stops[place]));
    }

    [Fact]
    public void A_host_is_on_new_from_the_first_stop_that_is_not_before_its_switch()
    {
        var timeline = PageTimeline.Around(Now, [new(Now, Now + Day)]);

        Assert.Equal((timeline.Now + 1, timeline.Stops.Count), timeline.StopsOf(new(Now + 1, OpenTime.Never)));
        Assert.Equal((timeline.Now, timeline.Now + 1), timeline.StopsOf(new(Now, Now + 1)));
        Assert.Equal((0, timeline.Stops.Count), timeline.StopsOf(new(long.MinValue, OpenTime.Never)));
        Assert.Equal((0, 0), timeline.StopsOf(new(OpenTime.Never, OpenTime.Never)));
    }

    public static TheoryData<long, long, long> Extremes => new()
    {
        { Now, Now, OpenTime.Never },
        { Now, 0, Last },
        { Now, Now - 1, Now + 1 },
        { 0, 0, 1 },
        { 0, Last, OpenTime.Never },
        { Last, 0, OpenTime.Never },
        { Last, Last - 1, Last },
    };

    [Theory]
    [MemberData(nameof(Extremes))]
    public void It_is_never_longer_than_a_year_in_each_direction(long now, long from, long until)
    {
        var timeline = PageTimeline.Around(now, [new(from, until)]).With([from, until]);

        Assert.InRange(timeline.Until - timeline.From, Hour / 2, 800 * Day);
        Assert.InRange(timeline.Stops.Count, 10, 410);
        Assert.InRange(timeline.NearestOnGrid(timeline.At), 0, timeline.Grid.Count - 1);
        Assert.All(timeline.Stops, stop => Assert.InRange(stop, 0, Last));
    }

    [Fact]
    public void Without_a_flag_it_has_a_week() =>
        Assert.InRange(PageTimeline.Around(Now, []).Until, Now + 7 * Day, Now + 8 * Day);
}
