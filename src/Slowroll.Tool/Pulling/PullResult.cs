namespace Slowroll.Tool.Pulling;

/// <summary>What has become of a snapshot.</summary>
/// <param name="Outcome">Which of the three it is.</param>
/// <param name="Faults">What went wrong, in sentences without secrets; of a failure why.</param>
internal sealed record PullResult(PullOutcome Outcome, IReadOnlyList<string> Faults)
{
    public static PullResult Failed(string why) => new(PullOutcome.Failed, [$"The snapshot wasn't changed: {why}"]);
}

/// <summary>The three ways a pull can end.</summary>
internal enum PullOutcome
{
    /// <summary>The snapshot is what the server has now, and was not before.</summary>
    Changed,

    /// <summary>The snapshot is what the server has.</summary>
    Unchanged,

    /// <summary>Nobody knows; the snapshot is as it was.</summary>
    Failed,
}
