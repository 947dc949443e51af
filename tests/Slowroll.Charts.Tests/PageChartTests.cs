using System.Xml.Linq;

namespace Slowroll.Charts.Tests;

public class PageChartTests
{
    private static readonly DateTimeOffset Start = new(2030, 3, 4, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("</svg><script>alert(1)</script>")]
    [InlineData("a\" onload=\"alert(1)")]
    [InlineData("'&<>\"")]
    [InlineData("\u0000\u0001\u001b[31m\r\n\u202e\ud800\ufffe")]
    public void A_hostile_name_is_text_and_nothing_else(string name)
    {
        var svg = XDocument.Parse(PageChart.Draw(
            Chart(name) with { Title = name, Marks = [new(Start, name)] }, "a")).Root!;

        Assert.Equal(
            ["desc", "g", "line", "polyline", "svg", "text", "title"],
            svg.DescendantsAndSelf().Select(element => element.Name.LocalName).Distinct().Order());
        Assert.DoesNotContain(
            svg.DescendantsAndSelf().Attributes(),
            attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Each_line_goes_through_its_points() => Assert.Equal(
        "0,180 50000,90 100000,90", Elements(Chart("share"), "polyline").Single().Attribute("points")!.Value);

    [Fact]
    public void Closed_time_is_placed_in_per_cent_of_the_width()
    {
        var closed = Elements(
            Chart("a") with { Closed = [new(Start.AddDays(-1), Start.AddHours(12))] }, "rect").Single();

        Assert.Equal(("0%", "25%"), (closed.Attribute("x")!.Value, closed.Attribute("width")!.Value));
    }

    [Fact]
    public void A_hold_is_drawn_at_its_share()
    {
        var chart = Chart("a");
        chart = chart with { Lines = [chart.Lines[0] with { Held = [new(Start.AddDays(1), Start.AddDays(2), 50)] }] };

        var held = Elements(chart, "line").Single(
            line => line.Attribute("class")!.Value.StartsWith("held ", StringComparison.Ordinal));

        Assert.Equal(("50000", "90"), (held.Attribute("x1")!.Value, held.Attribute("y1")!.Value));
    }

    [Fact]
    public void A_mark_outside_of_the_time_is_left_out() => Assert.DoesNotContain(
        Elements(Chart("a") with { Marks = [new(Start.AddDays(-1), "now")] }, "text"), text => text.Value == "now");

    [Fact]
    public void Sixteen_lines_differ_in_colour_or_dashes()
    {
        var line = Chart("a").Lines[0];

        var kinds = Elements(Chart("a") with { Lines = [.. Enumerable.Repeat(line, 16)] }, "polyline")
            .Select(element => element.Attribute("class")!.Value);

        Assert.Equal(16, kinds.Distinct().Count());
    }

    [Fact]
    public void Ids_begin_with_that_of_the_chart() => Assert.All(
        XDocument.Parse(PageChart.Draw(Chart("a"), "flag-7")).Descendants().Attributes("id"),
        id => Assert.StartsWith("flag-7-", id.Value, StringComparison.Ordinal));

    [Fact]
    public void The_description_of_a_long_line_is_short()
    {
        var points = Enumerable.Range(0, 1_000).Select(i => new SharePoint(Start.AddMinutes(i), i % 2)).ToList();

        var description = Elements(Chart("a") with { Lines = [new("a", points)] }, "desc").Single().Value;

        Assert.EndsWith("and so on, at last 1 % Mon 4 Mar 16:39.", description, StringComparison.Ordinal);
        Assert.True(description.Length < 400);
    }

    private static ShareChart Chart(string name) => new(
        "title", Start, Start.AddDays(2),
        [new(name, [new(Start, 0), new(Start.AddDays(1), 50), new(Start.AddDays(2), 50)])]);

    private static IEnumerable<XElement> Elements(ShareChart chart, string name) =>
        XDocument.Parse(PageChart.Draw(chart, "a")).Descendants().Where(element => element.Name.LocalName == name);
}
