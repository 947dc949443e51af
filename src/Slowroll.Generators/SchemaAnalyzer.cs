using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Slowroll.Generators.Diagnostics;
using Slowroll.Generators.Pipeline;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Reading;

namespace Slowroll.Generators;

/// <summary>Reports what is wrong with a schema, at its line and column inside the JSON file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SchemaAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

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

        foreach (var problem in ProblemsOf(schema, text, context.Options))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.ById[problem.RuleId],
                FileLocation.Of(schema.File, text, problem.Range),
                [.. problem.Arguments]));
        }
    }

    private static IEnumerable<SchemaProblem> ProblemsOf(SchemaFile schema, SourceText text, AnalyzerOptions options)
    {
        if (schema.Class is not { } schemaClass)
        {
            yield return AboutTheItem(SchemaRules.NoIdentifier, $"\"{schema.WantedName}\"", "give the SlowrollSchema item a ClassName in PascalCase");
            yield break;
        }

        if (FirstOfItsClass(schema, schemaClass, options) is { Class: { } first })
        {
            yield return AboutTheItem(SchemaRules.ClassCollision, first.FileName, schemaClass.FileName, schemaClass.FullName);
        }

        foreach (var problem in SchemaReader.Read(text.ToString(), schemaClass).Problems)
        {
            yield return problem;
        }
    }

    private static SchemaFile? FirstOfItsClass(SchemaFile schema, SchemaClass schemaClass, AnalyzerOptions options) => options.AdditionalFiles
        .TakeWhile(file => !ReferenceEquals(file, schema.File))
        .Select(file => SchemaFile.From(file, options.AnalyzerConfigOptionsProvider))
        .FirstOrDefault(other => string.Equals(other?.Class?.FullName, schemaClass.FullName, StringComparison.OrdinalIgnoreCase));

    // The project file says it, which has no place here: the schema's first character stands for the whole.
    private static SchemaProblem AboutTheItem(string ruleId, params string[] arguments) => new(ruleId, default(TextRange), new(arguments));
}
