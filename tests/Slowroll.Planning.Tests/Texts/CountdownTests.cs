using Slowroll.Planning.Texts;

namespace Slowroll.Planning.Tests.Texts;

/// <summary>How far an instant is away.</summary>
public sealed class CountdownTests
{
    private static readonly DateTimeOffset Now = new(2030, 3, 4, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("00:00:00", "now")]
    [InlineData("00:00:00.5", "in less than 1 s")]
    [InlineData("00:00:40", "in 40 s")]
    [InlineData("00:09:40", "in 9 min 40 s")]
    [InlineData("00:10:40", "in 10 min 40 s")]
    [InlineData("02:00:59", "in 2 h")]
    [InlineData("3.04:59:00", "in 3 d 4 h")]
    [InlineData("-3.04:59:00", "3 d 4 h ago")]
    [InlineData("-00:00:00.5", "less than 1 s ago")]
    public void It_has_the_two_largest_units(string away, string text) =>
        Assert.Equal(text, Countdown.Of(Now + TimeSpan.Parse(away, null), Now));

    [Fact]
    public void The_ends_of_the_calendar_can_be_compared() =>
        Assert.Equal("in 3,652,058 d 23 h", Countdown.Of(DateTimeOffset.MaxValue, DateTimeOffset.MinValue));
}
