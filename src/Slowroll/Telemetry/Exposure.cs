using Slowroll.Texts;

namespace Slowroll.Telemetry;

/// <summary>A hash key got a side of a flag for the first time.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="HashKey">The hash key, as it was given.</param>
/// <param name="Side">The side.</param>
/// <param name="Reason">What decided it.</param>
internal readonly record struct Exposure(FlagName Flag, string HashKey, Side Side, EvaluationReason Reason)
{
    /// <summary>Why the default answered; null if the config answered, or if <see cref="Reason"/> says it.</summary>
    public string? Error { get; init; }

    /// <summary>Whether ramps stood still because the config was too old.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Whether there was a config.</summary>
    public bool HasConfig { get; init; }

    /// <summary>The ETag of the config; null for none.</summary>
    public string? ETag { get; init; }

    /// <summary>The same with texts as long as they are logged: it may wait for long, and a hash key may have
    /// megabytes.</summary>
    public Exposure Kept => this with
    {
        Flag = Flag.Kept,
        HashKey = OneLine.Kept(HashKey, Exposures.LongestHashKey),
        Error = Error is null ? null : OneLine.Kept(Error, OneLine.LongestMessage),
        ETag = ETag is null ? null : OneLine.Kept(ETag, OneLine.Longest),
    };
}
