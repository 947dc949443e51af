using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Slowroll.Generators.Diagnostics;
using Slowroll.Generators.Drift;
using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators;

/// <summary>Holds every snapshot of a config against its schema, and reports at line and column inside the JSON file; of what is
/// finished also where code asks for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DriftAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DriftDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            Lazy<ProjectFiles> files = new(() => new(start.Options));
            Lazy<FinishedFlags> finished = new(() => new(files.Value));
            start.RegisterAdditionalFileAction(file => AnalyzeFile(file, files));
            start.RegisterOperationAction(operation => AnalyzeCall(operation, finished), OperationKind.Invocation);
        });
    }

    private static void AnalyzeFile(AdditionalFileAnalysisContext context, Lazy<ProjectFiles> files)
    {
        if (files.Value.Schemas.FirstOrDefault(schema => ReferenceEquals(schema.File, context.AdditionalFile)) is { } asked)
        {
            AnalyzeDefaults(context, asked);
        }

        var config = ConfigFile.From(context.AdditionalFile, context.Options.AnalyzerConfigOptionsProvider);
        if (config is null || config.File.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        var document = files.Value.Read(config.File);
        var (schema, unclear) = files.Value.SchemaOf(config, document);
        var earlier = config.Previous is null ? null : files.Value.Find(config.Previous);
        ConfigDrift drift = new()
        {
            Config = document,
            Schema = schema?.Declared,
            Settings = files.Value.Settings,
            Earlier = earlier is null ? null : new(Path.GetFileName(earlier.Path), files.Value.Read(earlier)),
        };

        string?[] reasons =
        [
            unclear,
            files.Value.IsFirst(config) ? files.Value.Settings.Error : null,
            config.Previous is not null && earlier is null ? $"The SlowrollConfig item says Previous=\"{config.Previous}\", and there is no such file" : null,
        ];
        foreach (var problem in reasons.OfType<string>().Select(AboutTheProject).Concat(drift.Find()))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DriftDescriptors.ById[problem.RuleId],
                FileLocation.Of(config.File, text, problem.Range),
                FinishedFlags.HintsOf(problem, schema, files.Value),
                [.. problem.Arguments]));
        }
    }

    // A default is a rollout as well. Nothing mends it in a config, so that no fix is told of it.
    private static void AnalyzeDefaults(AdditionalFileAnalysisContext context, ProjectSchema schema)
    {
        if (schema.Declared is not { } declared || schema.File.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        foreach (var problem in DefaultDrift.Find(declared))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DriftDescriptors.ById[problem.RuleId], FileLocation.Of(schema.File, text, problem.Range), [.. problem.Arguments]));
        }
    }

    // Where code asks for what is finished: there is something to clear away, and there a fix is found.
    private static void AnalyzeCall(OperationAnalysisContext context, Lazy<FinishedFlags> finished)
    {
        var call = (IInvocationOperation)context.Operation;
        if (finished.Value.AskedBy(call) is { } asked)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DriftDescriptors.ById[asked.Problem.RuleId], call.Syntax.GetLocation(), asked.Hints, [.. asked.Problem.Arguments]));
        }
    }

    // The project file says it, which has no place here: the config's first character stands for the whole.
    private static DriftProblem AboutTheProject(string reason) => new(DriftRules.Unclear, default, null, null, new([reason]));
}
