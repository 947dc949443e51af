namespace Slowroll.Charts.Tests;

public class ShareCurveTests
{
    private static readonly DateTimeOffset Start = new(2030, 3, 4, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_straight_share_has_two_corners()
    {
        var points = ShareCurve.Trace(Start, Start.AddDays(4), 100, at => 25 * (at - Start).TotalDays);

        Assert.Equal([new(Start, 0), new(Start.AddDays(4), 100)], points);
    }

    [Fact]
    public void A_jump_has_two_corners_within_a_second()
    {
        var jump = Start.AddHours(31).AddMinutes(7);
        var points = ShareCurve.Trace(Start, Start.AddDays(4), 100, at => at < jump ? 1 : 10);

        Assert.Equal([1, 1, 10, 10], points.Select(point => point.Percent));
        Assert.InRange(points[1].At - jump, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
        Assert.Equal(points[1].At, points[2].At);
    }

    [Fact]
    public void A_hold_between_two_rises_keeps_its_corners()
    {
        double At(DateTimeOffset at) => (at - Start).TotalHours switch
        {
            < 10 => (at - Start).TotalHours,
            < 20 => 10,
            _ => 10 + 9 * ((at - Start).TotalHours - 20),
        };

        var points = ShareCurve.Trace(Start, Start.AddHours(30), 7, At);

        Assert.Contains(points, point => Math.Abs((point.At - Start).TotalHours - 10) < 0.1 && point.Percent > 9.9);
        Assert.Contains(points, point => Math.Abs((point.At - Start).TotalHours - 20) < 0.1 && point.Percent < 10.1);
        Assert.All(points, point => Assert.Equal(At(point.At), point.Percent, 6));
    }

    [Fact]
    public void Closed_time_is_found_to_the_second()
    {
        var (from, until) = (Start.AddHours(16), Start.AddHours(32));
        var closed = ShareCurve.TraceClosed(Start, Start.AddDays(4), 50, at => at >= from && at < until);

        var only = Assert.Single(closed);
        Assert.InRange(only.From - from, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
        Assert.InRange(only.Until - until, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Closed_time_may_begin_before_the_picture_and_end_after_it()
    {
        Assert.Equal([new(Start, Start.AddDays(1))], ShareCurve.TraceClosed(Start, Start.AddDays(1), 10, _ => true));
    }
}
