using Slowroll.Schemas.Rules;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Checking;

/// <summary>Writes what a check has found as JSON. docs/tool/check.md lists its fields.</summary>
internal static class CheckJson
{
    public static string Of(CheckReport report) => JsonResult.Of(new
    {
        configs = report.Configs,
        flags = report.Flags,
        errors = report.Count(RuleSeverity.Error),
        warnings = report.Count(RuleSeverity.Warning),
        infos = report.Count(RuleSeverity.Info),
        notShown = report.All.Count - report.Reported.Count(),
        problems = report.Reported.Select(problem => new
        {
            file = problem.File.GivenPath,
            line = problem.Place.Line,
            column = problem.Place.Column,
            severity = CheckPrinter.Word(problem.Severity),
            rule = problem.Rule.Id,
            message = problem.Message,
        }),
    });
}
