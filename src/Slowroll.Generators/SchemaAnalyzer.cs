using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slowroll.Generators.Diagnostics;
using Slowroll.Generators.Pipeline;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators;

/// <summary>Reports what is wrong with a schema, at its line and column inside the JSON file, as far as the generator
/// doesn't.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SchemaAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.OfAll(SchemaRules.All);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAdditionalFileAction(AnalyzeFile);
    }

    private static void AnalyzeFile(AdditionalFileAnalysisContext context)
    {
        var schema = SchemaFile.From(context.AdditionalFile, context.Options.AnalyzerConfigOptionsProvider);
        if (schema is null || schema.File.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        var before = context.Options.AdditionalFiles
            .TakeWhile(file => !ReferenceEquals(file, schema.File))
            .Select(file => SchemaFile.From(file, context.Options.AnalyzerConfigOptionsProvider))
            .OfType<SchemaFile>();
        foreach (var problem in SchemaReport
            .Limited(SchemaFileReading.Of(schema, context.CancellationToken).Problems(before))
            .Where(problem => !SchemaReport.IsReportedByGenerator(problem)))
        {
            context.ReportDiagnostic(RuleReport.Create(
                problem.Rule,
                FileLocation.Of(schema.File, text, problem.Range),
                null,
                problem.Arguments));
        }
    }
}
