namespace Slowroll.Charts.Tests;

public class PageChartStyleTests
{
    [Fact]
    public void The_colours_are_those_of_the_pictures() => Assert.All(
        ChartColors.Light.Lines.Concat(ChartColors.Dark.Lines),
        color => Assert.Contains(color, PageChartStyle.Css, StringComparison.Ordinal));

    [Fact]
    public void Line_ends_are_the_same_on_every_machine() =>
        Assert.DoesNotContain('\r', PageChartStyle.Css);
}
