namespace Slowroll.Simulation.Tests;

public class CommandLineTests
{
    [Fact]
    public void Without_arguments_it_simulates_what_the_page_shows() =>
        Assert.Equal(new Scenarios.Settings(), Parse([])!.Settings);

    [Fact]
    public void Numbers_of_ones_own_are_taken()
    {
        var settings = Parse(
            ["--clients", "5000", "--interval", "1m 30s", "--outage", "2h", "--seed", "7", "--config-bytes", "10"])!
            .Settings;

        Assert.Equal(
            new Scenarios.Settings
            {
                Clients = 5000,
                Interval = TimeSpan.FromSeconds(90),
                Outage = TimeSpan.FromHours(2),
                Seed = 7,
                ConfigBytes = 10,
            },
            settings);
    }

    [Theory]
    [InlineData("--client 5", "'--client' is no option.")]
    [InlineData("5000", "'5000' is no option.")]
    [InlineData("--clients", "--clients needs a value behind it.")]
    [InlineData("--clients 500 --clients 600", "--clients stands twice.")]
    [InlineData("--clients 99", "--clients: '99' is no whole number from 100 to 10000000.")]
    [InlineData("--clients 1e6", "--clients: '1e6' is no whole number from 100 to 10000000.")]
    [InlineData("--clients -5", "--clients: '-5' is no whole number from 100 to 10000000.")]
    [InlineData("--clients 20000000", "--clients: '20000000' is no whole number from 100 to 10000000.")]
    [InlineData("--interval 0s", "--interval: '0s' isn't between 10s and 1h.")]
    [InlineData("--interval -1h", "--interval: '-1h' isn't between 10s and 1h.")]
    [InlineData("--outage 7h", "--outage: '7h' isn't between 1s and 6h.")]
    [InlineData("--pictures /no/such/folder", "--pictures: the folder '/no/such/folder' isn't there.")]
    public void What_is_wrong_is_said(string arguments, string error) =>
        Assert.Equal(error, ErrorOf(arguments.Split(' ')));

    [Theory]
    [InlineData("--clients 100 --interval 10s --outage 1s --config-bytes 1")]
    [InlineData("--clients 100 --interval 1h --outage 1s --seed 9223372036854775807")]
    [InlineData("--clients 101 --interval 10001ms --outage 1001ms")]
    public void The_smallest_fleets_are_simulated_too(string arguments)
    {
        var settings = Parse(arguments.Split(' '))!.Settings;

        Assert.All(
            Scenarios.AllScenarios.Run(settings),
            outcome => Assert.All(outcome.Table.Rows, row => Assert.Equal(outcome.Table.Headings.Count, row.Count)));
    }

    [Fact]
    public void A_duration_without_a_unit_is_explained_as_in_a_config() =>
        Assert.StartsWith("--outage: '10' is no duration", ErrorOf("--outage", "10"));

    private static CommandLine? Parse(string[] arguments) => CommandLine.Parse(arguments, out _);

    private static string? ErrorOf(params string[] arguments)
    {
        Assert.Null(CommandLine.Parse(arguments, out var error));
        return error;
    }
}
