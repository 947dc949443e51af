namespace Slowroll.Simulation.Servers;

/// <summary>A server with one file.</summary>
internal sealed class Server : IServer
{
    /// <summary>The version before the change.</summary>
    public const byte Old = 1;

    /// <summary>The version after it.</summary>
    public const byte New = 2;

    private int _second;
    private int _answered;

    /// <summary>The millisecond at which the file changes.</summary>
    public int ChangesAt { get; init; } = int.MaxValue;

    /// <summary>The first millisecond of an outage.</summary>
    public int DownFrom { get; init; } = int.MaxValue;

    /// <summary>The first millisecond after it.</summary>
    public int DownUntil { get; init; } = int.MaxValue;

    /// <summary>What clients get in an outage.</summary>
    public Answer WhileDown { get; init; } = Answer.Refused;

    /// <summary>How many requests it can answer in a second. All others are refused.</summary>
    public int Capacity { get; init; } = int.MaxValue;

    /// <inheritdoc/>
    public Answer Ask(int millisecond, int client)
    {
        if (millisecond >= DownFrom && millisecond < DownUntil)
            return WhileDown;

        var second = millisecond / 1000;
        if (second != _second)
            (_second, _answered) = (second, 0);
        return _answered++ < Capacity ? new(millisecond >= ChangesAt ? New : Old) : Answer.Refused;
    }
}
