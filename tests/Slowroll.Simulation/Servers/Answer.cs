namespace Slowroll.Simulation.Servers;

/// <summary>What a client gets for a request.</summary>
/// <param name="Version">The version of the config; 0 for a failure.</param>
internal readonly record struct Answer(byte Version)
{
    /// <summary>A connection that is refused at once.</summary>
    public static Answer Refused => default;

    /// <summary>How many milliseconds it took.</summary>
    public int Took { get; init; }

    /// <summary>How long the server asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long the answer is valid.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Whether there is no config in it.</summary>
    public bool IsFailure => Version == 0;
}
