using System.Text;
using Slowroll.AspNetCore.Reading;

namespace Slowroll.AspNetCore.Tests.Reading;

/// <summary>What was read counts for a minute, or until something happens.</summary>
public class OverviewTests
{
    private static readonly long At = Micros(PageHost.At);

    [Fact]
    public void It_counts_until_the_next_minute()
    {
        var status = StatusOf(PageHost.Config);
        var overview = Overview.Of(status, At + 7_000_000, null);

        Assert.Equal(At + 60_000_000, overview.ValidUntil);
        Assert.True(overview.IsOf(status, At + 59_999_999));
        Assert.False(overview.IsOf(status, At + 60_000_000));
        Assert.False(overview.IsOf(status, At));
    }

    [Fact]
    public void It_counts_until_something_happens()
    {
        var status = StatusOf("""
            { "f": { "x": { "stable": 1, "new": 2, "start_time": "2030-12-19 09:30:20Z", "duration": "1d" } } }
            """);

        Assert.Equal(At + 20_000_000, Overview.Of(status, At, null).ValidUntil);
    }

    [Fact]
    public void What_happens_all_the_time_does_not_cost_all_the_time()
    {
        var status = StatusOf("""
            { "f": { "x": { "stable": 1, "new": 2, "start_time": "2030-12-19 09:30:00.01Z", "duration": "1d" } } }
            """);

        Assert.InRange(Overview.Of(status, At, null).ValidUntil, At + 1_000_000, At + 60_000_000);
    }

    [Fact]
    public void Where_ramps_stand_still_it_counts_until_they_go()
    {
        var stopped = StatusOf(PageHost.Config) with { RampsStoppedAt = PageHost.At };
        var overview = Overview.Of(stopped, At + 3_600_000_000, null);

        Assert.Equal(At, overview.At);
        Assert.True(overview.IsOf(stopped, long.MaxValue - 1));
        Assert.False(overview.IsOf(stopped with { RampsStoppedAt = null }, At));
    }

    [Fact]
    public void Another_config_is_another_overview()
    {
        var (first, second) = (StatusOf(PageHost.Config), StatusOf(PageHost.Config));

        Assert.False(Overview.Of(first, At, null).IsOf(second, At));
    }

    internal static ConfigStatus StatusOf(string config) =>
        new() { Origin = ConfigOrigin.Source, Utf8Json = Encoding.UTF8.GetBytes(config) };

    internal static long Micros(DateTimeOffset at) => at.UtcTicks / 10;
}
