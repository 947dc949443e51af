namespace Slowroll.Tool.Pulling;

/// <summary>The result of a pull.</summary>
/// <param name="Outcome">How the pull ended.</param>
/// <param name="Faults">What went wrong, in sentences without secrets.</param>
internal sealed record PullResult(PullOutcome Outcome, IReadOnlyList<string> Faults)
{
    public static PullResult Failed(string why) => new(PullOutcome.Failed, [$"The snapshot wasn't changed: {why}"]);
}

/// <summary>The three ways a pull can end.</summary>
internal enum PullOutcome
{
    /// <summary>The snapshot was updated.</summary>
    Changed,

    /// <summary>The snapshot was up to date.</summary>
    Unchanged,

    /// <summary>The server's config isn't known; the snapshot was not changed.</summary>
    Failed,
}
