using Slowroll.Simulation.Fleets;
using Slowroll.Simulation.Printing;
using Slowroll.Simulation.Servers;

namespace Slowroll.Simulation.Scenarios;

/// <summary>A fleet that has run for long.</summary>
internal static class SteadyScenario
{
    /// <summary>Five intervals of it.</summary>
    public static Outcome Run(Settings settings)
    {
        var seconds = 5 * settings.IntervalSeconds;
        var load = new Fleet(
            settings.Clients, seconds, new SlowrollPolling(settings.Interval), new Server(), settings.Seed).RunOn();
        return new("steady", new(
            ["requests a second", "on average", "quietest second", "busiest second"],
            [[
                "a fleet that has run for long",
                Figure.Of(load.Mean(0, seconds)),
                Figure.Of(load.Requests.Min()),
                Figure.Of(load.Peak(0, seconds)),
            ]]), Chart: null);
    }
}
