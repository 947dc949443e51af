using System.Text;
using Slowroll.Planning.Tests.Page;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Inputs;
using Slowroll.Tool.Planning.Flags;
using Slowroll.Tool.Planning.Hours;
using Slowroll.Tool.Planning.Showing;

namespace Slowroll.Tool.Tests.Planning.Showing;

/// <summary>The share of a group as blocks.</summary>
public class ShareChartTests
{
    [Theory]
    [InlineData("", 8, "▁▂▃▄▅▆▇█")]
    [InlineData(""", "start_pct": 100, "end_pct": 0""", 8, "█▇▆▅▄▃▂▁")]
    [InlineData(
        """, "freezes": [{ "from": "2030-03-05 10:00Z", "until": "2030-03-07 10:00Z" }]""", 12, "▁▂····▃▄▅▆▇█")]
    public void A_line_goes_as_the_share_does(string more, int width, string line) =>
        Assert.Equal(line, LineOf(more, "2030-03-04 10:00Z", width));

    [Fact]
    public void Before_the_start_it_is_empty() =>
        Assert.Equal($"{new string(' ', 16)}▁▂▃▄▅▆▇█", LineOf("", "2030-02-24 10:00Z", 24));

    private static string LineOf(string more, string at, int width)
    {
        var text = Plans.Config(Plans.Flag("x", more));
        var now = Plans.Microseconds(at);
        PlanReport report = new()
        {
            Config = new TextFile("config.json", Encoding.UTF8.GetBytes(text)),
            Plan = ConfigPlan.Of(ConfigDocument.Read(text), now),
            Events = [],
            Hours = new HourRange(now, now + 366 * 24 * HourRange.Hour),
        };
        ShareChart chart = new(report, width);
        return chart.LineOf(Assert.Single(chart.Rows));
    }
}
