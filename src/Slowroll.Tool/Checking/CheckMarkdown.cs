using Slowroll.Planning.Texts;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Checking;

/// <summary>Writes what a check has found as a comment for a pull request.</summary>
internal static class CheckMarkdown
{
    // A comment has at most 65,536 characters on GitHub.
    private const int MostRows = 100;

    public static IEnumerable<string> Lines(CheckReport report)
    {
        yield return $"### {report.Summary}";
        if (report.All.Count == 0)
            yield break;

        yield return "";
        yield return "| | place | rule | |";
        yield return "| --- | --- | --- | --- |";
        var shown = report.Reported.OrderByDescending(problem => problem.Severity).Take(MostRows).ToList();
        foreach (var problem in shown)
        {
            yield return $"| {CheckPrinter.Word(problem.Severity)} | {MarkdownText.Of(problem.File.Name)}, "
                + $"line {problem.Place.Line} | {problem.Rule.Id} | {MarkdownText.Sentence(problem.Message)} |";
        }

        if (report.All.Count > shown.Count)
        {
            yield return "";
            yield return $"And {Amount.Number(report.All.Count - shown.Count)} more.";
        }
    }
}
