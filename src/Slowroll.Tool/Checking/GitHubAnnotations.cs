using Slowroll.Schemas.Rules;
using Slowroll.Texts;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Checking;

/// <summary>Writes what a check has found as commands to GitHub Actions, which show each at its line.</summary>
internal static class GitHubAnnotations
{
    public static IEnumerable<string> Lines(CheckReport report)
    {
        foreach (var problem in report.Reported)
        {
            yield return GitHubAnnotation.Of(
                SeverityOf(problem), problem.File.GivenPath, problem.Place, problem.Rule.Id,
                OneLine.Message(problem.Message));
        }

        foreach (var file in report.Files.Where(file => file.Rest is not null))
            yield return GitHubAnnotation.Of("notice", file.Path, null, null, OneLine.Message(file.Rest!));
        yield return $"{report.Summary}.";
    }

    private static string SeverityOf(Problem problem) => problem.Severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        _ => "notice",
    };
}
