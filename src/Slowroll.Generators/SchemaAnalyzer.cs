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

        if (FirstOfItsNames(schema, schemaClass, options) is var (first, name))
        {
            yield return AboutTheItem(SchemaRules.ClassCollision, first.FileName, schemaClass.FileName, name);
        }

        foreach (var problem in SchemaReader.Read(text.ToString(), schemaClass).Problems)
        {
            yield return problem;
        }
    }

    private static (SchemaClass First, string Name)? FirstOfItsNames(SchemaFile schema, SchemaClass schemaClass, AnalyzerOptions options)
    {
        foreach (var file in options.AdditionalFiles.TakeWhile(file => !ReferenceEquals(file, schema.File)))
        {
            if (SchemaFile.From(file, options.AnalyzerConfigOptionsProvider)?.Class is { } other
                && schemaClass.TakenNames.FirstOrDefault(name => other.TakenNames.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } name)
            {
                return (other, name);
            }
        }

        return null;
    }

    // The project file says it, which has no place here: the schema's first character stands for the whole.
    private static SchemaProblem AboutTheItem(string ruleId, params string[] arguments) => new(ruleId, default(TextRange), new(arguments));
}
