using Slowroll.Charts;
using Slowroll.Simulation.Fleets;
using Slowroll.Simulation.Printing;
using Slowroll.Simulation.Servers;

namespace Slowroll.Simulation.Scenarios;

/// <summary>The file is changed: how fast the fleet has it, and what that costs.</summary>
internal static class ChangeScenario
{
    private const int Caches = 100;
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongMaxAge = TimeSpan.FromMinutes(5);

    /// <summary>Long enough for all caches to expire.</summary>
    public static Outcome Run(Settings settings)
    {
        var interval = settings.IntervalSeconds;
        var change = interval;
        var polling = new SlowrollPolling(settings.Interval);
        Server Changing() => new() { ChangesAt = change * 1000 };
        (string Name, Func<Load> Run)[] cases =
        [
            ("from the server", () => Start(polling, Changing(), (int)MaxAge.TotalSeconds)),
            ($"{Caches} caches with max-age={MaxAge.TotalSeconds}",
                () => Start(polling, new Cdn(Changing(), MaxAge, Caches), (int)MaxAge.TotalSeconds)),
            ($"one cache with max-age={LongMaxAge.TotalSeconds}, HonorMaxAge",
                () => Start(new SlowrollPolling(settings.Interval, honorMaxAge: true),
                    new Cdn(Changing(), LongMaxAge, 1), 2 * (int)LongMaxAge.TotalSeconds)),
            ("a store that pushes", () => Start(polling, Changing(), (int)MaxAge.TotalSeconds, tellsAt: change * 1000)),
        ];
        Load Start(IPolling of, IServer server, int expiry, int tellsAt = -1) => new Fleet(
            settings.Clients, change + expiry + 2 * interval, of, server, settings.Seed)
        { TellsAt = tellsAt }.RunOn();

        var loads = Runs.All(cases, each => each.Run());
        int? Reached(Load load, double share) =>
            load.SecondsUntil(change, second => load.Changed[second] >= share * settings.Clients);
        var rows = cases.Zip(loads, (each, load) => (IReadOnlyList<string>)
        [
            each.Name,
            Figure.Seconds(Reached(load, 0.5)),
            Figure.Seconds(Reached(load, 0.99)),
            Figure.Seconds(Reached(load, 1)),
            Figure.Of(load.Requests[change..].Max()),
            Figure.Of(load.Bodies.Max()),
            Figure.Of(load.Bodies.Max() * (double)settings.ConfigBytes / 1e6, 1),
        ]).ToList();
        var shown = change + (int)MaxAge.TotalSeconds + 2 * interval;
        return new(
            "change",
            new(["a changed file", "half of the fleet has it after", "99 %", "all", "most requests a second",
                "most bodies a second", $"at {Figure.Of(settings.ConfigBytes / 1000)} kB, MB a second"], rows),
            new QuantityChart(
                "A changed file: share of the clients that have it",
                TimeSpan.FromSeconds(shown - change),
                [Share(0), Share(1), Share(3)])
            { Unit = " %", Top = 100 });

        // At the change nobody has it.
        QuantityLine Share(int number) => Runs.Line(
            cases[number].Name,
            loads[number].Changed[change..shown],
            count => 100.0 * count / settings.Clients) is var line
                ? line with { Points = [new(TimeSpan.Zero, 0), .. line.Points] }
                : line;
    }
}
