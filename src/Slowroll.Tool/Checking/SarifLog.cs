using Slowroll.Schemas.Rules;
using Slowroll.Tool.Inputs;
using Slowroll.Tool.Printing;

namespace Slowroll.Tool.Checking;

/// <summary>Writes what a check has found as SARIF 2.1.0, the format of code scanners.</summary>
internal static class SarifLog
{
    public static string Of(CheckReport report)
    {
        var rules = report.Reported.Select(problem => problem.Rule).Distinct().OrderBy(rule => rule.Id).ToList();
        return JsonResult.Of(new Dictionary<string, object>
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    tool = new { driver = new { name = "slowroll", rules = rules.Select(Of) } },
                    columnKind = "utf16CodeUnits",
                    results = report.Reported.Select(problem => Of(problem, rules.IndexOf(problem.Rule))),
                    invocations = new[]
                    {
                        new
                        {
                            executionSuccessful = true,
                            toolExecutionNotifications = report.Files.Where(file => file.Rest is not null)
                                .Select(file =>
                                    new { level = "note", message = new { text = $"{file.Path}: {file.Rest}." } }),
                        },
                    },
                },
            },
        });
    }

    private static Dictionary<string, object> Of(Rule rule)
    {
        Dictionary<string, object> descriptor = new()
        {
            ["id"] = rule.Id,
            ["shortDescription"] = new { text = rule.Title },
            ["fullDescription"] = new { text = rule.Description },
            ["defaultConfiguration"] = new { level = Level(rule.Severity) },
        };
        if (rule.PageUrl is { } url)
            descriptor["helpUri"] = url;
        return descriptor;
    }

    private static object Of(Problem problem, int ruleIndex)
    {
        var (line, column) = problem.Place;
        var (endLine, endColumn) = problem.File.PlaceOf(problem.Range.End);
        return new
        {
            ruleId = problem.Rule.Id,
            ruleIndex,
            level = Level(problem.Severity),
            message = new { text = problem.Message },
            locations = new[]
            {
                new
                {
                    physicalLocation = new
                    {
                        artifactLocation = new { uri = UriOf(problem.File) },
                        region = new { startLine = line, startColumn = column, endLine, endColumn },
                    },
                },
            },
        };
    }

    private static string Level(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        _ => "note",
    };

    // A relative path stays one: code scanners take it from the root of the repository.
    private static string UriOf(TextFile file)
    {
        if (!file.IsFile || Path.IsPathRooted(file.GivenPath))
            return file.IsFile ? new Uri(file.Path).AbsoluteUri : Uri.EscapeDataString(file.GivenPath);

        var parts = file.GivenPath.Replace('\\', Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar);
        return string.Join('/', parts.SkipWhile(part => part == ".").Select(Uri.EscapeDataString));
    }
}
