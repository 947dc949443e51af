using Slowroll.Simulation.Fleets;
using Slowroll.Simulation.Servers;

namespace Slowroll.Simulation.Tests.Fleets;

public class FleetTests
{
    private const int Clients = 6000;
    private static readonly SlowrollPolling Polling = new(TimeSpan.FromMinutes(1));

    [Fact]
    public void The_same_seed_gives_the_same_load()
    {
        Assert.Equal(Run(1).Requests, Run(1).Requests);
        Assert.NotEqual(Run(1).Requests, Run(2).Requests);
    }

    [Fact]
    public void A_fleet_that_has_run_for_long_is_as_busy_at_first_as_at_last()
    {
        var load = Run(1);

        Assert.All((int[])[0, 50, 60, 110, 290], second => Assert.InRange(load.Mean(second, second + 10), 90, 110));
        Assert.All(load.Bodies, bodies => Assert.Equal(0, bodies));
    }

    [Fact]
    public void A_change_reaches_everybody_once()
    {
        var load = new Fleet(Clients, 130, Polling, new Server { ChangesAt = 60_000 }, 1).RunOn();

        Assert.Equal((0, Clients), (load.Changed[59], load.Changed[126]));
        Assert.Equal(Clients, load.Bodies.Sum());
    }

    [Fact]
    public void In_an_outage_everybody_fails_and_afterwards_nobody()
    {
        var load = new Fleet(Clients, 260, Polling, new Server { DownFrom = 0, DownUntil = 120_000 }, 1).RunOn();

        Assert.Equal((Clients, 0), (load.Failing[100], load.Failing[190]));
    }

    [Fact]
    public void A_start_without_a_cached_config_is_a_request_and_a_body_for_each()
    {
        var (cold, cached) = (Start(cached: false), Start(cached: true));

        Assert.Equal((Clients, Clients), (cold.Requests[0], cold.Bodies[0]));
        Assert.Equal((Clients, 0), (cached.Requests[0], cached.Bodies[0]));
    }

    [Fact]
    public void A_simple_loop_never_leaves_step()
    {
        var simple = new SimplePolling(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10));
        var load = new Fleet(Clients, 300, simple, new Server(), 1).StartTogether(cached: false);

        Assert.Equal([0, 60, 120, 180, 240], Enumerable.Range(0, 300).Where(second => load.Requests[second] > 0));
    }

    private static Load Run(ulong seed) => new Fleet(Clients, 300, Polling, new Server(), seed).RunOn();

    private static Load Start(bool cached) =>
        new Fleet(Clients, 5, Polling, new Server(), 1).StartTogether(cached);
}
