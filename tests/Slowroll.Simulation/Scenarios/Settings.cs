namespace Slowroll.Simulation.Scenarios;

/// <summary>What a reader can choose. The defaults are those of docs/fleet.md.</summary>
internal sealed record Settings
{
    /// <summary>How many clients there are.</summary>
    public int Clients { get; init; } = 1_000_000;

    /// <summary>The poll interval; the runtime's default.</summary>
    public TimeSpan Interval { get; init; } = new SlowrollOptions().PollInterval;

    /// <summary>How long an outage is.</summary>
    public TimeSpan Outage { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many bytes a config has.</summary>
    public int ConfigBytes { get; init; } = 100_000;

    /// <summary>What the random numbers begin with.</summary>
    public ulong Seed { get; init; } = 20;

    /// <summary>How long a client waits for an answer.</summary>
    public static TimeSpan FetchTimeout { get; } = new SlowrollOptions().FetchTimeout;

    /// <summary>Requests a second on average where nothing is wrong.</summary>
    public double EvenLoad => Clients / Interval.TotalSeconds;

    /// <summary>A simple loop makes most requests of all, and the same with fewer clients: a tenth of them is
    /// simulated, and the load is multiplied.</summary>
    public static int SimpleShare => 10;

    /// <summary>The interval in whole seconds, at least one.</summary>
    public int IntervalSeconds => (int)Math.Ceiling(Interval.TotalSeconds);
}
