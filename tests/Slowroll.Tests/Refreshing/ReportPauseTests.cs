using Microsoft.Extensions.Time.Testing;
using Slowroll.Refreshing;

namespace Slowroll.Tests.Refreshing;

public class ReportPauseTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Reports_in_vain_double_the_pause_from_a_second_to_a_minute()
    {
        var pause = new ReportPause(_time);

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(0, 8).Select(_ => InVain(pause)));
    }

    [Fact]
    public void A_pause_is_made_once()
    {
        var pause = new ReportPause(_time);
        pause.Note(wasNews: true);

        Assert.Equal((ReportPause.AfterNews, TimeSpan.Zero), (pause.Take(), pause.Take()));
    }

    [Fact]
    public void After_a_silence_as_long_as_the_last_pause_it_begins_with_a_second_again()
    {
        var pause = new ReportPause(_time);
        Assert.Equal([1, 2, 4], Enumerable.Range(0, 3).Select(_ => InVain(pause)));

        pause.BeginListening();
        _time.Advance(TimeSpan.FromSeconds(4) - TimeSpan.FromTicks(1));
        Assert.Equal(8, InVain(pause, listen: false));

        pause.BeginListening();
        _time.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal(1, InVain(pause, listen: false));
    }

    [Fact]
    public void A_clock_that_throws_leaves_the_pause_growing()
    {
        var pause = new ReportPause(new BrokenClock());

        Assert.Equal([1, 2, 4], Enumerable.Range(0, 3).Select(_ => InVain(pause, listen: false)));
    }

    private static double InVain(ReportPause pause, bool listen = true)
    {
        if (listen)
            pause.BeginListening();
        pause.Note(wasNews: false);
        return pause.Take().TotalSeconds;
    }

    private sealed class BrokenClock : TimeProvider
    {
        public override long GetTimestamp() => throw new InvalidOperationException("broken");
    }
}
