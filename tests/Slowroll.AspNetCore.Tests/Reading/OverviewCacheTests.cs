using Slowroll.AspNetCore.Reading;

namespace Slowroll.AspNetCore.Tests.Reading;

/// <summary>Many requests cost as much as one.</summary>
public class OverviewCacheTests
{
    [Fact]
    public async Task All_who_ask_get_the_same()
    {
        OverviewCache cache = new(new FixedClock(PageHost.At));
        var status = OverviewTests.StatusOf(PageHost.Config);

        var all = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => cache.GetAsync("a", status, CancellationToken.None)));

        Assert.All(all, overview => Assert.Same(all[0], overview));
        Assert.NotSame(all[0], await cache.GetAsync("b", status, CancellationToken.None));
        Assert.Same(all[0], await cache.GetAsync("a", status, CancellationToken.None));
    }

    [Fact]
    public async Task A_minute_later_only_the_clock_is_another_one()
    {
        FixedClock clock = new(PageHost.At);
        OverviewCache cache = new(clock);
        var status = OverviewTests.StatusOf(PageHost.Config);
        var before = await cache.GetAsync("a", status, CancellationToken.None);
        Assert.Null(cache.PastSince("a"));

        clock.At += TimeSpan.FromMinutes(1);

        Assert.Equal(before.ValidUntil, cache.PastSince("a"));
        var after = await cache.GetAsync("a", status, CancellationToken.None);
        Assert.NotSame(before, after);
        Assert.Contains(before.Flags[0].Flag, after.Flags.Select(flag => flag.Flag));
    }

    [Fact]
    public async Task Who_gives_up_holds_nobody_up()
    {
        OverviewCache cache = new(new FixedClock(PageHost.At));
        using CancellationTokenSource given = new();
        await given.CancelAsync();
        var status = OverviewTests.StatusOf(PageHost.Config);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cache.GetAsync("a", status, given.Token));

        Assert.Equal(7, (await cache.GetAsync("a", status, CancellationToken.None)).Flags.Count);
    }
}
