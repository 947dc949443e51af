using System.Globalization;
using Slowroll.Simulation.Scenarios;

namespace Slowroll.Simulation.Tests;

/// <summary>What docs/fleet.md says and shows is what the simulation gives today, with a million clients.</summary>
public class FleetPageTests
{
    // A hundred million requests: some seconds, once.
    private static readonly Lazy<IReadOnlyList<Outcome>> Outcomes = new(() => [.. AllScenarios.Run(new Settings())]);

    private static double EvenLoad => new Settings().EvenLoad;

    [Fact]
    public void The_tables_are_those_of_the_simulation()
    {
        foreach (var outcome in Outcomes.Value)
            Assert.Contains($"\n{outcome.Table}\n", FleetPage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pictures_are_those_of_the_simulation()
    {
        var drawn = Outcomes.Value.SelectMany(Simulation.Pictures.Of).ToList();

        Assert.Equal(drawn.Select(picture => picture.Name).Order(), FleetPage.Pictures);
        Assert.All(drawn, picture => Assert.True(picture.Svg == FleetPage.Picture(picture.Name), picture.Name));
    }

    [Fact]
    public void A_fleet_that_has_run_for_long_is_as_even_as_the_page_says() => Assert.True(
        Cell("steady", 0, 3) <= EvenLoad * (1 + FleetPage.Number("never more than {0} % above the average") / 100));

    [Fact]
    public void A_restart_leaves_waves_that_are_as_low_as_the_page_says()
    {
        var most = EvenLoad * (1 + FleetPage.Number("at most {0} % more than the average") / 100);

        Assert.InRange(Cell("restart", 0, 4), EvenLoad, most);
        Assert.All((int[])[1, 2], row => Assert.True(Cell("restart", row, 4) < 3 * EvenLoad));
    }

    [Fact]
    public void An_outage_makes_at_most_as_much_load_as_the_page_says()
    {
        var most = EvenLoad * FleetPage.Number("at most {0} times the average");

        Assert.All((int[])[0, 1, 2], row => Assert.InRange(Cell("outage", row, 1), EvenLoad, most));
        Assert.All((int[])[0, 1, 2], row => Assert.True(Cell("outage", row, 2) <= EvenLoad * 1.01));
    }

    [Fact]
    public void The_end_of_an_outage_brings_at_most_as_much_load_as_the_page_says()
    {
        var most = EvenLoad * (1 + FleetPage.Number("no second has more than {0} % above the average") / 100);

        Assert.All((int[])[0, 1, 2], row => Assert.InRange(Cell("outage", row, 3), 0, most));
        Assert.All((int[])[0, 1, 2], row => Assert.InRange(Cell("outage", row, 4), 0, most));
    }

    [Fact]
    public void A_change_is_there_when_the_page_says()
    {
        Assert.Equal(FleetPage.Number("the last client has it after {0} seconds"), Cell("change", 0, 3));
        Assert.True(Cell("change", 1, 3) <= FleetPage.Number("after {0} seconds with a max-age of 60"));
    }

    [Fact]
    public void Shares_are_as_even_as_the_page_says()
    {
        var most = FleetPage.Number("by more than {0} percentage points");

        Assert.All(Enumerable.Range(0, 4), row => Assert.True(Cell("shares", row, 1) <= most));
        Assert.All(Enumerable.Range(0, 2), row => Assert.True(Cell("overlap", row, 3) < 3));
    }

    private static double Cell(string outcome, int row, int column) => double.Parse(
        Outcomes.Value.Single(each => each.Name == outcome).Table.Rows[row][column]
            .Replace(" s", "", StringComparison.Ordinal),
        NumberStyles.Number,
        CultureInfo.InvariantCulture);
}
