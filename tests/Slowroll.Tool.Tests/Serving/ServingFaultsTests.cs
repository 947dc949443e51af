using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Serving;

namespace Slowroll.Tool.Tests.Serving;

/// <summary>How the faults of a call are read.</summary>
public sealed class ServingFaultsTests
{
    [Theory]
    [InlineData("101%", null)]
    [InlineData("-1%", null)]
    [InlineData("some", null)]
    [InlineData("NaN", null)]
    [InlineData("", null)]
    [InlineData(null, "2h")]
    [InlineData(null, "-1s")]
    [InlineData(null, "300")]
    public void What_is_no_percentage_and_no_time_is_wrong_usage(string? fail, string? delay) =>
        Assert.Throws<UsageException>(() => ServingFaults.Read(fail, delay));

    [Fact]
    public void A_delay_has_a_unit() =>
        Assert.Equal(TimeSpan.FromMilliseconds(300), ServingFaults.Read(null, "300ms").Delay);
}
