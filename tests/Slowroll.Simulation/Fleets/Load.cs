namespace Slowroll.Simulation.Fleets;

/// <summary>What a run gave, second by second.</summary>
/// <param name="seconds">How long it was.</param>
internal sealed class Load(int seconds)
{
    /// <summary>Requests that came in the second.</summary>
    public int[] Requests { get; } = new int[seconds];

    /// <summary>Answers with a body: the client had another config, or none.</summary>
    public int[] Bodies { get; } = new int[seconds];

    /// <summary>Clients whose last request failed, or that have none behind them, at the end of the second.</summary>
    public int[] Failing { get; } = new int[seconds];

    /// <summary>Clients with the changed file at the end of the second.</summary>
    public int[] Changed { get; } = new int[seconds];

    /// <summary>The load of a fleet that is so many times larger and does the same.</summary>
    public Load Times(int factor)
    {
        var load = new Load(Requests.Length);
        for (var second = 0; second < Requests.Length; second++)
        {
            load.Requests[second] = factor * Requests[second];
            load.Bodies[second] = factor * Bodies[second];
            load.Failing[second] = factor * Failing[second];
            load.Changed[second] = factor * Changed[second];
        }

        return load;
    }

    /// <summary>The busiest second of a part of the run.</summary>
    public int Peak(int from, int until) => Requests[from..until].Max();

    /// <summary>The requests of a second on average, in a part of the run.</summary>
    public double Mean(int from, int until) =>
        Requests[from..until].Sum(requests => (long)requests) / (double)(until - from);

    /// <summary>How many seconds after an instant it holds for the first time; null if it never does.</summary>
    /// <param name="from">The instant's second.</param>
    /// <param name="holds">What holds at the end of a second.</param>
    public int? SecondsUntil(int from, Func<int, bool> holds)
    {
        for (var second = from; second < Requests.Length; second++)
        {
            if (holds(second))
                return second - from + 1;
        }

        return null;
    }
}
