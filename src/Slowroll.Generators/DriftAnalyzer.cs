using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slowroll.Generators.Diagnostics;
using Slowroll.Generators.Drift;
using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators;

/// <summary>Holds every snapshot of a config against its schema, and reports at line and column inside the JSON file.</summary>
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
            start.RegisterAdditionalFileAction(file => AnalyzeFile(file, files));
        });
    }

    private static void AnalyzeFile(AdditionalFileAnalysisContext context, Lazy<ProjectFiles> files)
    {
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
            files.Value.Settings.Error,
            config.Previous is not null && earlier is null ? $"The SlowrollConfig item says Previous=\"{config.Previous}\", and there is no such file" : null,
        ];
        foreach (var problem in reasons.OfType<string>().Select(AboutTheProject).Concat(drift.Find()))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DriftDescriptors.ById[problem.RuleId],
                FileLocation.Of(config.File, text, problem.Range),
                HintsOf(problem, schema, files.Value),
                [.. problem.Arguments]));
        }
    }

    // The project file says it, which has no place here: the config's first character stands for the whole.
    private static DriftProblem AboutTheProject(string reason) => new(DriftRules.Unclear, default, null, null, new([reason]));

    private static ImmutableDictionary<string, string?> HintsOf(DriftProblem problem, ProjectSchema? schema, ProjectFiles files)
    {
        var hints = ImmutableDictionary<string, string?>.Empty;
        if (problem.Section is { } section)
        {
            hints = hints.Add(FixHints.Section, section).Add(FixHints.Key, problem.Key).Add(FixHints.Schema, schema?.File.Path);
        }

        return problem is { RuleId: DriftRules.Finished, Section: not null, Key: not null }
            && schema?.Find(problem.Section, problem.Key) is { } flag
            && FinishedFlag.ValueOf(problem.Section, problem.Key, schema.Declared!, files.ConfigsOf(schema), files.Settings) is { } value
            ? hints.Add(FixHints.Class, flag.Class.FullName).Add(FixHints.Flag, flag.Flag.Name).Add(FixHints.Value, value)
            : hints;
    }
}
