namespace Slowroll.Tool.Expectations;

/// <summary>Why an expectation doesn't hold.</summary>
/// <param name="Host">The hash key that it is about; null for a share or a flag.</param>
/// <param name="Found">What was found, as a sentence without a full stop.</param>
/// <param name="When">When it would hold, likewise; null where that isn't known.</param>
internal sealed record Failure(string? Host, string Found, string? When)
{
    /// <summary>Both.</summary>
    public override string ToString() => When is null ? Found : $"{Found}; {When}";
}

/// <summary>What testing an expectation gave.</summary>
/// <param name="Expectation">The expectation.</param>
/// <param name="Expected">It in words.</param>
/// <param name="Failures">Why it doesn't hold, of many hosts the first ones; empty if it does.</param>
/// <param name="FailureCount">How many failures there are.</param>
internal sealed record TestResult(
    Expectation Expectation, string Expected, IReadOnlyList<Failure> Failures, int FailureCount)
{
    /// <summary>Whether it holds.</summary>
    public bool Holds => FailureCount == 0;

    /// <summary>How many failures aren't in the list.</summary>
    public int More => FailureCount - Failures.Count;
}

/// <summary>What testing a spec gave.</summary>
/// <param name="Spec">The spec.</param>
/// <param name="Config">The config as it was given.</param>
/// <param name="Results">Its expectations, in their order.</param>
internal sealed record SpecResult(Spec Spec, string Config, IReadOnlyList<TestResult> Results)
{
    /// <summary>How many don't hold.</summary>
    public int Failed => Results.Count(result => !result.Holds);
}
