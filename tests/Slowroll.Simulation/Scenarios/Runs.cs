using Slowroll.Charts;
using Slowroll.Simulation.Fleets;

namespace Slowroll.Simulation.Scenarios;

/// <summary>The runs of a scenario, beside each other.</summary>
internal static class Runs
{
    /// <summary>The loads, in the order of the cases. Each run has random numbers of its own, so that none depends on
    /// another.</summary>
    public static IReadOnlyList<Load> All<TCase>(IEnumerable<TCase> cases, Func<TCase, Load> run) =>
        [.. cases.AsParallel().AsOrdered().Select(run)];

    /// <summary>The requests of a run as a line.</summary>
    public static QuantityLine Line(string name, Load load) => Line(name, load.Requests, count => count);

    /// <summary>A quantity of each second as a line. A second's quantity is drawn at its end.</summary>
    public static QuantityLine Line(string name, int[] counts, Func<int, double> quantity) => new(
        name,
        [.. counts.Select((count, second) =>
            new QuantityPoint(TimeSpan.FromSeconds(second + 1), quantity(count)))]);
}
