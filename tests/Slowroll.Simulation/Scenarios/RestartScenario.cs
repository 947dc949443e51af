using Slowroll.Charts;
using Slowroll.Simulation.Fleets;
using Slowroll.Simulation.Printing;
using Slowroll.Simulation.Servers;

namespace Slowroll.Simulation.Scenarios;

/// <summary>All clients start at one instant: the worst that can happen, as after a power failure.</summary>
internal static class RestartScenario
{
    private const int CapacityInLoads = 3;
    private const int SimpleSeconds = 10;

    /// <summary>Five intervals from the start.</summary>
    public static Outcome Run(Settings settings)
    {
        var interval = settings.IntervalSeconds;
        var seconds = 5 * interval;
        var capacity = (int)Math.Ceiling(CapacityInLoads * settings.EvenLoad);
        var polling = new SlowrollPolling(settings.Interval);
        var simple = new SimplePolling(settings.Interval, TimeSpan.FromSeconds(SimpleSeconds));
        (string Name, IPolling Polling, bool Cached, int Capacity, int Parts)[] cases =
        [
            ("Slowroll, a server that answers everything", polling, true, int.MaxValue, 1),
            ($"Slowroll, {Figure.Of(capacity)} answers a second, cached configs", polling, true, capacity, 1),
            ($"Slowroll, {Figure.Of(capacity)} answers a second, no cached config", polling, false, capacity, 1),
            ($"a simple loop, {Figure.Of(capacity)} answers a second", simple, false, capacity, Settings.SimpleShare),
        ];

        var loads = Runs.All(cases, each => new Fleet(
            settings.Clients / each.Parts,
            seconds,
            each.Polling,
            new Server { Capacity = Math.Max(1, each.Capacity / each.Parts) },
            settings.Seed).StartTogether(each.Cached).Times(each.Parts));
        var rows = cases.Zip(loads, (each, load) => (IReadOnlyList<string>)
        [
            each.Name,
            Figure.Of(load.Requests[0]),
            Figure.Of(load.Peak(1, interval)),
            Figure.Seconds(load.SecondsUntil(0, second => load.Failing[second] == 0)),
            Figure.Of(load.Peak(seconds - interval, seconds)),
        ]).ToList();
        return new(
            "restart",
            new(["all restarted at once", "first second", "busiest second after it, first interval",
                "everybody has an answer after", "busiest second, fifth interval"], rows),
            new QuantityChart(
                $"{Figure.Of(settings.Clients)} clients restarted at once: requests a second",
                TimeSpan.FromSeconds(seconds),
                [.. cases.Zip(loads, (each, load) => Runs.Line(each.Name, load)).Skip(1)])
            { IsLogarithmic = true });
    }
}
