using Slowroll.Schemas.Rules;
using Slowroll.Texts;

namespace Slowroll.Tool.Checking;

/// <summary>Writes what a check has found as commands to GitHub Actions, which show each at its line.</summary>
internal static class GitHubAnnotations
{
    public static IEnumerable<string> Lines(CheckReport report)
    {
        foreach (var problem in report.Reported)
        {
            var (line, column) = problem.Place;
            yield return $"::{Command(problem.Severity)} file={Property(problem.File.GivenPath)},line={line},"
                + $"col={column},title={problem.Rule.Id}::{Value(problem.Message)}";
        }

        foreach (var file in report.Files.Where(file => file.Rest is not null))
            yield return $"::notice file={Property(file.Path)}::{Value(file.Rest!)}";
        yield return $"{report.Summary}.";
    }

    private static string Command(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        _ => "notice",
    };

    private static string Value(string text) =>
        OneLine.Message(text).Replace("%", "%25", StringComparison.Ordinal);

    // A colon or a comma would end the property.
    private static string Property(string text) => OneLine.Escaped(text)
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
