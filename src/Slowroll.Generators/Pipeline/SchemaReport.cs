using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Generators.Diagnostics;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.Pipeline;

/// <summary>What the generator itself tells of a schema.</summary>
/// <remarks>What a mistake leaves out of the class, code may name in a declaration: a field of a type that isn't there. Then the
/// compiler stops before it asks an analyzer, and nobody would hear of the schema. Editors look for fixes at analyzers alone, so
/// these tell what has one.</remarks>
/// <param name="Path">The schema's path.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Lines">Where.</param>
internal sealed record SchemaReport(string Path, SchemaProblem Problem, LinePositionSpan Lines)
{
    /// <summary>Whether the generator tells of a rule; if not, the analyzer does.</summary>
    public static bool Tells(SchemaProblem problem) =>
        problem.Rule != SchemaRules.MissingDefault && problem.Rule.Severity is RuleSeverity.Error;

    /// <summary>The reports on a project's schemas, in its order.</summary>
    public static IEnumerable<SchemaReport> Of(IReadOnlyList<SchemaFileReading> schemas, CancellationToken cancellationToken) =>
        from at in Enumerable.Range(0, schemas.Count)
        from problem in Limited(schemas[at].Problems(schemas.Take(at).Select(other => other.File)))
        where Tells(problem)
        let file = schemas[at].File.File
        let text = file.GetText(cancellationToken)
        where text is not null
        select new SchemaReport(file.Path, problem, text.Lines.GetLinePositionSpan(SpanOf(problem)));

    /// <summary>The problems of one schema that are told, by the generator or the analyzer, and that there are more.</summary>
    public static IEnumerable<SchemaProblem> Limited(IEnumerable<SchemaProblem> problems)
    {
        IReadOnlyList<SchemaProblem> all = [.. problems];
        var told = FindingLimit.Told(all, problem => problem.Rule.Id, problem => (int)problem.Rule.Severity);
        return FindingLimit.Rest(all.Count) is { } rest ? told.Append(new(SchemaRules.NotASlowrollSchema, default, new([rest]))) : told;
    }

    public Diagnostic ToDiagnostic() => RuleReport.Create(
        Problem.Rule, Location.Create(MessageText.Path(Path), SpanOf(Problem), Lines), null, Problem.Arguments);

    private static TextSpan SpanOf(SchemaProblem problem) => new(problem.Range.Start, problem.Range.Length);
}
