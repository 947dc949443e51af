using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Pulling;

/// <summary>Pulls, and prints the result.</summary>
internal sealed class PullRun(ResultWriter output, FaultPrinter error)
{
    private const string RuleId = "SLOW4001";

    /// <param name="pull">The pull.</param>
    /// <param name="wordOfFailure">How compilers call a failure: an error, or a warning where the build should
    /// continue.</param>
    /// <returns>Whether the snapshot is now what the server has.</returns>
    /// <exception cref="OutputLostException">The result can't be printed.</exception>
    public async Task<bool> RunAsync(Pull pull, string wordOfFailure)
    {
        var result = await pull.RunAsync().ConfigureAwait(false);
        var isFailed = result.Outcome is PullOutcome.Failed;
        foreach (var fault in result.Faults)
            error.WriteLine(BuildMessage.Of(pull.Snapshot.Path, isFailed ? wordOfFailure : "warning", RuleId, fault));
        if (isFailed)
            return false;

        output.WriteLine(BuildMessage.Of(pull.Snapshot.Path, result.Outcome is PullOutcome.Changed
            ? $"fetched from {pull.Source}; look at the difference before you commit it."
            : $"still what {pull.Source} has."));
        output.Flush();
        return true;
    }
}
