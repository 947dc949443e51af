using Slowroll.Planning.Texts;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Rules;

namespace Slowroll.Tool.Checking;

/// <summary>What a check has found.</summary>
internal sealed class CheckReport
{
    /// <summary>A report of all that was found.</summary>
    /// <param name="configs">How many configs were checked.</param>
    /// <param name="flags">How many flags they have.</param>
    /// <param name="problems">The problems of configs and schemas.</param>
    public CheckReport(int configs, int flags, IReadOnlyList<Problem> problems)
    {
        (Configs, Flags, All) = (configs, flags, problems);
        Files = [.. problems.GroupBy(problem => problem.File).Select(ofFile => new FileReport([.. ofFile]))];
    }

    /// <summary>How many configs were checked.</summary>
    public int Configs { get; }

    /// <summary>How many flags they have.</summary>
    public int Flags { get; }

    /// <summary>All problems.</summary>
    public IReadOnlyList<Problem> All { get; }

    /// <summary>What is reported of each file.</summary>
    public IReadOnlyList<FileReport> Files { get; }

    /// <summary>The problems that are reported: of a file with too many, some of each kind.</summary>
    public IEnumerable<Problem> Reported => Files.SelectMany(file => file.Reported);

    /// <summary>How many problems of a severity there are.</summary>
    public int Count(RuleSeverity severity) => All.Count(problem => problem.Severity == severity);

    /// <summary>The result in a few words, as in <c>12 flags, no problems</c>.</summary>
    public string Summary
    {
        get
        {
            string?[] counts =
            [
                Counted(RuleSeverity.Error, "error"), Counted(RuleSeverity.Warning, "warning"),
                Counted(RuleSeverity.Info, "info"),
            ];
            var found = counts.OfType<string>().ToList();
            return (Configs == 1 ? "" : $"{Amount.Of(Configs, "config")}, ")
                + Amount.Of(Flags, "flag")
                + (found.Count == 0 ? ", no problems" : $": {string.Join(", ", found)}");
        }
    }

    private string? Counted(RuleSeverity severity, string word) =>
        Count(severity) is > 0 and var count ? Amount.Of(count, word) : null;
}

/// <summary>What is reported of a file.</summary>
/// <param name="all">All its problems; at least one.</param>
internal sealed class FileReport(IReadOnlyList<Problem> all)
{
    /// <summary>The file's path as it was given.</summary>
    public string Path => all[0].File.GivenPath;

    /// <summary>Its problems, or some of each kind where there are too many.</summary>
    public IReadOnlyList<Problem> Reported { get; } =
        FindingLimit.Reported(all, problem => problem.Rule.Id, problem => (int)problem.Severity);

    /// <summary>A sentence about the others; null where all are reported.</summary>
    public string? Rest => FindingLimit.SentenceOfRest(all.Count);
}
