using Microsoft.Extensions.Time.Testing;
using Slowroll.Refreshing;

namespace Slowroll.Tests.Refreshing;

public class ReportPauseTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ReportPause _pause;

    public ReportPauseTests() => _pause = new(_time);

    [Fact]
    public void Before_the_first_report_there_is_none()
    {
        Assert.Equal(TimeSpan.Zero, _pause.Left);
    }

    [Fact]
    public void Reports_in_vain_double_the_pause_from_a_second_to_a_minute()
    {
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(0, 8).Select(_ => SecondsInVain()));
    }

    [Theory]
    [InlineData(0, 0.9)]
    [InlineData(0.75, 1.05)]
    public void It_spreads_clients_that_were_told_at_one_moment(double chance, double seconds)
    {
        _pause.NoteInVain(chance);

        Assert.Equal(seconds, _pause.Left.TotalSeconds, 3);
    }

    [Fact]
    public void A_poll_does_not_end_it()
    {
        _pause.NoteInVain(0.5);
        _time.Advance(TimeSpan.FromMilliseconds(400));

        Assert.Equal(TimeSpan.FromMilliseconds(600), _pause.Left);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, _pause.Left);
    }

    [Fact]
    public void After_a_silence_as_long_as_the_last_pause_it_begins_with_a_second_again()
    {
        Assert.Equal([1, 2, 4], Enumerable.Range(0, 3).Select(_ => SecondsInVain()));

        _pause.BeginListening();
        _time.Advance(TimeSpan.FromSeconds(4) - TimeSpan.FromTicks(1));
        Assert.Equal(8, SecondsInVain());

        _pause.BeginListening();
        _time.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal(1, SecondsInVain());
    }

    [Fact]
    public void A_poll_does_not_end_the_silence_either()
    {
        Assert.Equal([1, 2, 4], Enumerable.Range(0, 3).Select(_ => SecondsInVain()));

        for (var poll = 0; poll < 4; poll++)
        {
            _pause.BeginListening();
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1, SecondsInVain());
    }

    [Fact]
    public void News_end_the_growth()
    {
        Assert.Equal([1, 2], Enumerable.Range(0, 2).Select(_ => SecondsInVain()));

        _pause.NoteNews();

        Assert.Equal(ReportPause.AfterNews, _pause.Left);
        Assert.Equal(1, SecondsInVain());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_clock_that_throws_leaves_it_growing(bool throwsAtOnce)
    {
        ReportPause pause = new(throwsAtOnce ? new BrokenClock() : new ClockWithoutFrequency());

        Assert.Equal([1, 2, 4], Enumerable.Range(0, 3).Select(_ =>
        {
            pause.BeginListening();
            pause.NoteInVain(0.5);
            return pause.Left.TotalSeconds;
        }));
    }

    private double SecondsInVain()
    {
        _pause.BeginListening();
        _pause.NoteInVain(0.5);
        return _pause.Left.TotalSeconds;
    }

    private sealed class BrokenClock : TimeProvider
    {
        public override long GetTimestamp() => throw new InvalidOperationException("broken");
    }

    private sealed class ClockWithoutFrequency : TimeProvider
    {
        public override long TimestampFrequency => 0;
    }
}
