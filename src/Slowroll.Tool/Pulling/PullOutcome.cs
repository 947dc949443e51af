namespace Slowroll.Tool.Pulling;

/// <summary>What became of a snapshot.</summary>
internal abstract record PullOutcome
{
    /// <summary>It holds what the live config is, and did so before.</summary>
    public sealed record Unchanged : PullOutcome;

    /// <summary>It was written.</summary>
    /// <param name="Length">How many bytes.</param>
    /// <param name="SourceName">Where they are from, without secrets.</param>
    public sealed record Updated(int Length, string SourceName) : PullOutcome;

    /// <summary>It stayed as it was.</summary>
    /// <param name="Reason">Why, and the way out, in sentences without secrets.</param>
    public sealed record Failed(string Reason) : PullOutcome;
}
