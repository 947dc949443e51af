using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Slowroll.Generators.Diagnostics;
using Slowroll.Generators.Drift;
using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators;

/// <summary>Checks every snapshot of a config against its schema, and reports at line and column inside the JSON
/// file; a finished flag also where code asks for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DriftAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.OfAll(DriftRules.All);

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
        var options = context.Options.AnalyzerConfigOptionsProvider;
        if (files.Value.Schemas.FirstOrDefault(each => ReferenceEquals(each.File, context.AdditionalFile))
            is { } schema)
        {
            // A default is a rollout too. The fixes of configs don't apply to it, so it gets no hints.
            Report(context, schema.DefaultProblems, _ => null);
        }

        if (ConfigFile.From(context.AdditionalFile, options) is { } config)
        {
            AnalyzeConfig(context, config, files);
        }
        else if (ConfigFile.IsEarlier(context.AdditionalFile, options))
        {
            Report(context, files.Value.ProblemsOfEarlier(context.AdditionalFile), _ => null);
        }
    }

    private static void AnalyzeConfig(
        AdditionalFileAnalysisContext context, ConfigFile config, Lazy<ProjectFiles> files)
    {
        var document = files.Value.Read(config.File);
        var (schema, unclear) = files.Value.SchemaOf(config, document);
        var earlier = config.Previous is null ? null : files.Value.Find(config.Previous);
        ConfigDrift drift = new()
        {
            Config = document,
            Schema = schema?.Declared,
            Settings = files.Value.Settings,
            Earlier = earlier is null ? null : new(config.Previous!, files.Value.Read(earlier)),
        };

        string?[] reasons =
        [
            unclear,
            files.Value.IsFirst(config) ? files.Value.Settings.Error : null,
            config.Previous is not null && earlier is null
                ? $"The SlowrollConfig item says Previous=\"{MessageText.Path(config.Previous)}\", and there is no "
                    + "such file"
                : null,
        ];
        Report(
            context,
            reasons.OfType<string>().Select(AboutTheProject).Concat(drift.Find()),
            problem => FinishedFlags.HintsOf(problem, schema, files.Value));
    }

    private static void Report(
        AdditionalFileAnalysisContext context, IEnumerable<DriftProblem> problems,
        Func<DriftProblem, ImmutableDictionary<string, string?>?> hintsOf)
    {
        if (context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        IReadOnlyList<DriftProblem> all = [.. problems];
        var reported = FindingLimit.Reported(all, problem => problem.Rule.Id, problem => (int)problem.Rule.Severity);
        foreach (var problem in FindingLimit.SentenceOfRest(all.Count) is { } rest
            ? reported.Append(AboutTheProject(rest))
            : reported)
        {
            context.ReportDiagnostic(RuleReport.Create(
                problem.Rule,
                FileLocation.Of(context.AdditionalFile, text, problem.Range),
                hintsOf(problem),
                problem.Arguments));
        }
    }

    // Reports a finished flag where code asks for it, too, so that the fix is offered there.
    private static void AnalyzeCall(OperationAnalysisContext context, Lazy<FinishedFlags> finished)
    {
        var call = (IInvocationOperation)context.Operation;
        if (finished.Value.AskedBy(call) is { } asked)
        {
            context.ReportDiagnostic(RuleReport.Create(
                asked.Problem.Rule, call.Syntax.GetLocation(), asked.Hints, asked.Problem.Arguments));
        }
    }

    // The mistake is in the project file, which has no line here: the first character of the config stands for it.
    private static DriftProblem AboutTheProject(string reason) =>
        new(DriftRules.Unclear, default, null, null, new([reason]));
}
