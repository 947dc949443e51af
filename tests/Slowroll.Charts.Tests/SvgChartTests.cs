using System.Xml.Linq;

namespace Slowroll.Charts.Tests;

public class SvgChartTests
{
    private static readonly DateTimeOffset Start = new(2030, 3, 4, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("</svg><script>alert(1)</script>")]
    [InlineData("a\" onload=\"alert(1)")]
    [InlineData("'&<>\"")]
    [InlineData("\u0000\u0001\u001b[31m\r\n")]
    [InlineData("\u202ereversed\u2066")]
    [InlineData("\ud800 half \udc00")]
    [InlineData("\ufffe\uffff")]
    [InlineData("]]>")]
    public void A_hostile_name_is_text_and_nothing_else(string name)
    {
        var chart = Chart(name) with { Title = name, Marks = [new(Start, name)] };

        var svg = XDocument.Parse(SvgChart.Draw(chart, ChartColors.Light)).Root!;

        Assert.Equal(
            ["desc", "line", "polyline", "rect", "svg", "text", "title"],
            svg.DescendantsAndSelf().Select(element => element.Name.LocalName).Distinct().Order());
        Assert.DoesNotContain(
            svg.DescendantsAndSelf().Attributes(),
            attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Each_line_goes_through_its_points()
    {
        var svg = XDocument.Parse(SvgChart.Draw(Chart("share"), ChartColors.Dark)).Root!;

        var line = Assert.Single(svg.Descendants(), element => element.Name.LocalName == "polyline");
        Assert.Equal("46,224 395,129 744,129", line.Attribute("points")!.Value);
    }

    [Fact]
    public void The_description_says_what_the_picture_shows() => Assert.Contains(
        "share: 0 % Mon 4 Mar 00:00, 50 % Tue 5 Mar 00:00, 50 % Wed 6 Mar 00:00.",
        XDocument.Parse(SvgChart.Draw(Chart("share"), ChartColors.Light)).Root!.Value,
        StringComparison.Ordinal);

    [Fact]
    public void Lines_of_many_rollouts_differ_in_colour_or_dashes()
    {
        var chart = Chart("a");
        chart = chart with { Lines = [chart.Lines[0], chart.Lines[0], chart.Lines[0]] };

        var lines = XDocument.Parse(SvgChart.Draw(chart, ChartColors.Light)).Root!.Descendants()
            .Where(element => element.Name.LocalName == "polyline")
            .Select(line => (line.Attribute("stroke")!.Value, line.Attribute("stroke-dasharray")!.Value));

        Assert.Equal(3, lines.Distinct().Count());
    }

    private static ShareChart Chart(string name) => new("The share", Start, Start.AddDays(2),
        [new(name, [new(Start, 0), new(Start.AddDays(1), 50), new(Start.AddDays(2), 50)])]);
}
