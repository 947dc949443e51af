using Slowroll.Tool.Expectations;

namespace Slowroll.Tool.Tests.Expectations;

/// <summary>How times are counted and turned around.</summary>
public sealed class PeriodsTests
{
    private static readonly Periods One = Of(1, 3), Two = Of(2, 4), First = Of(null, 2), Last = Of(3, null);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void The_end_of_a_period_is_outside(int day, bool holds) => Assert.Equal(holds, One.HoldAt(Day(day)!.Value));

    [Fact]
    public void Both_is_where_they_overlap() => Assert.Equal([new(Day(2), Day(3))], One.And(Two).All);

    [Fact]
    public void Neighbours_do_not_overlap() => Assert.Empty(Of(1, 2).And(Of(2, 3)).All);

    [Fact]
    public void Others_are_before_and_after() =>
        Assert.Equal([new(null, Day(1)), new(Day(3), null)], One.Others().All);

    [Fact]
    public void Others_of_always_are_never() => Assert.Empty(Periods.Always.Others().All);

    [Fact]
    public void A_change_of_two_at_one_instant_is_no_end() =>
        Assert.Equal([new(null, null)], Periods.Counted([First, Of(2, null)], count => count == 1).All);

    [Fact]
    public void The_nearest_end_and_beginning_are_found()
    {
        var gap = One.Others();

        Assert.Equal((Day(3), Day(1)), (gap.BeginAfter(Day(2)!.Value), gap.EndBefore(Day(2)!.Value)));
        Assert.Equal((null, Day(2)), (Last.FirstOutside(Day(3)!.Value), Last.FirstOutside(Day(2)!.Value)));
    }

    private static Periods Of(int? from, int? until) =>
        Periods.Of(new ExplainedPeriod { EntersAt = Day(from), LeavesAt = Day(until) });

    private static DateTimeOffset? Day(int? day) =>
        day is { } known ? new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(known) : null;
}
