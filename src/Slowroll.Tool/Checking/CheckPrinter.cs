using Slowroll.Schemas.Rules;
using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Checking;

/// <summary>Writes what a check has found in the format that is asked for.</summary>
internal static class CheckPrinter
{
    /// <summary>The lines to print.</summary>
    public static IEnumerable<string> Lines(CheckReport report, OutputFormat format) => format switch
    {
        OutputFormat.Json => [CheckJson.Of(report)],
        OutputFormat.Sarif => [SarifLog.Of(report)],
        OutputFormat.Markdown => CheckMarkdown.Lines(report),
        OutputFormat.GitHub => GitHubAnnotations.Lines(report),
        _ => CompilerLines(report),
    };

    /// <summary>A severity as compilers write it.</summary>
    public static string Word(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        _ => "info",
    };

    private static IEnumerable<string> CompilerLines(CheckReport report)
    {
        foreach (var file in report.Files)
        {
            foreach (var problem in file.Reported)
            {
                var (line, column) = problem.Place;
                yield return BuildMessage.Of(
                    $"{file.Path}({line},{column})", Word(problem.Severity), problem.Rule.Id, problem.Message);
            }

            if (file.Rest is { } rest)
                yield return BuildMessage.Of(file.Path, $"{rest}.");
        }

        yield return $"{report.Summary}.";
    }
}
