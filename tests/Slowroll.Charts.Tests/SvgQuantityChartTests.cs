using System.Xml.Linq;

namespace Slowroll.Charts.Tests;

public class SvgQuantityChartTests
{
    [Theory]
    [InlineData("</svg><script>alert(1)</script>")]
    [InlineData("a\" onload=\"alert(1)")]
    [InlineData("\u0000\u001b[31m\r\n\u202e\ud800\uffff]]>")]
    public void A_hostile_name_is_text_and_nothing_else(string name)
    {
        var svg = Draw(Chart(1, 2) with { Title = name, Unit = name, Lines = [new(name, [new(default, 1)])] });

        Assert.Equal(
            ["desc", "line", "polyline", "rect", "svg", "text", "title"],
            svg.DescendantsAndSelf().Select(element => element.Name.LocalName).Distinct().Order());
        Assert.DoesNotContain(
            svg.DescendantsAndSelf().Attributes(),
            attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(false, 0, 90, "0 20 40 60 80 100")]
    [InlineData(false, -0.09, 0.03, "-0.1 -0.08 -0.06 -0.04 -0.02 0 0.02 0.04")]
    [InlineData(false, 0, 0, "0 1")]
    [InlineData(false, 0, 1_200_000, "0 200,000 400,000 600,000 800,000 1,000,000 1,200,000")]
    [InlineData(true, 0, 70_000, "10 100 1,000 10,000 100,000")]
    [InlineData(true, 0, 0, "1 10")]
    public void The_numbers_beside_the_grid_are_round(bool isLogarithmic, double least, double most, string numbers) =>
        Assert.Equal(
            numbers,
            string.Join(' ', Draw(Chart(least, most) with { IsLogarithmic = isLogarithmic })
                .Elements().Where(text => text.Attribute("text-anchor")?.Value == "end").Select(text => text.Value)));

    [Fact]
    public void A_line_goes_through_its_points_and_stays_within_the_chart()
    {
        var chart = Chart(0, 100) with { Top = 50 };

        Assert.Equal("84,254 738,34", Assert.Single(Draw(chart).Elements(), IsLine).Attribute("points")!.Value);
    }

    [Theory]
    [InlineData(1, "0 min 10 min 20 min 30 min 40 min 50 min 60 min")]
    [InlineData(72, "0 h 12 h 24 h 36 h 48 h 60 h 72 h")]
    [InlineData(1_000_000, "0 d 36400 d")]
    public void The_times_below_it_are_round(int hours, string times) => Assert.Equal(
        times,
        string.Join(' ', Draw(Chart(0, 1) with { Length = TimeSpan.FromHours(hours) })
            .Elements().Where(text => text.Attribute("text-anchor")?.Value == "middle").Select(text => text.Value)));

    [Fact]
    public void The_description_says_what_the_picture_shows() => Assert.Contains(
        "load: 3 % at first, at most 7 % after 0:01:00, 7 % at last.",
        Draw(Chart(3, 7) with { Unit = " %" }).Value,
        StringComparison.Ordinal);

    private static bool IsLine(XElement element) => element.Name.LocalName == "polyline";

    private static XElement Draw(QuantityChart chart) =>
        XDocument.Parse(SvgQuantityChart.Draw(chart, ChartColors.Light)).Root!;

    private static QuantityChart Chart(double first, double last) => new(
        "title",
        TimeSpan.FromMinutes(1),
        [new("load", [new(TimeSpan.Zero, first), new(TimeSpan.FromMinutes(1), last)])]);
}
