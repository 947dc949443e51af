using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Generators.Diagnostics;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.Pipeline;

/// <summary>What the generator itself reports about a schema.</summary>
/// <remarks>A mistake can remove a type from the class that code uses in a declaration. Then the compiler stops
/// before it runs analyzers, and the mistake would not be reported. So the generator reports errors. Rules with a fix
/// stay with the analyzer, since editors look for fixes only there.</remarks>
/// <param name="Path">The schema's path.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Lines">Where.</param>
internal sealed record SchemaReport(string Path, SchemaProblem Problem, LinePositionSpan Lines)
{
    /// <summary>Whether the generator reports a rule; if not, the analyzer does.</summary>
    public static bool IsReportedByGenerator(SchemaProblem problem) =>
        problem.Rule != SchemaRules.MissingDefault && problem.Rule.Severity is RuleSeverity.Error;

    /// <summary>The reports on a project's schemas, in its order.</summary>
    public static IEnumerable<SchemaReport> Of(
        IReadOnlyList<SchemaFileReading> schemas, CancellationToken cancellationToken) =>
        from at in Enumerable.Range(0, schemas.Count)
        from problem in Limited(schemas[at].Problems(schemas.Take(at).Select(other => other.File)))
        where IsReportedByGenerator(problem)
        let file = schemas[at].File.File
        let text = file.GetText(cancellationToken)
        where text is not null
        select new SchemaReport(file.Path, problem, text.Lines.GetLinePositionSpan(SpanOf(problem)));

    /// <summary>The problems of one schema that are reported, by the generator or the analyzer, and a last one if
    /// there are more.</summary>
    public static IEnumerable<SchemaProblem> Limited(IEnumerable<SchemaProblem> problems)
    {
        IReadOnlyList<SchemaProblem> all = [.. problems];
        var reported = FindingLimit.Reported(all, problem => problem.Rule.Id, problem => (int)problem.Rule.Severity);
        return FindingLimit.SentenceOfRest(all.Count) is { } rest
            ? reported.Append(new(SchemaRules.NotASlowrollSchema, default, new([rest])))
            : reported;
    }

    public Diagnostic ToDiagnostic() => RuleReport.Create(
        Problem.Rule, Location.Create(MessageText.Path(Path), SpanOf(Problem), Lines), null, Problem.Arguments);

    private static TextSpan SpanOf(SchemaProblem problem) => new(problem.Range.Start, problem.Range.Length);
}
