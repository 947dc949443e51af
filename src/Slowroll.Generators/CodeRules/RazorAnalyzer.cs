using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Slowroll.Generators.CodeRules;

/// <summary>Checks the flags and hash keys in pages and components by the same rules as other code, and reports at
/// the places in the <c>.razor</c> and <c>.cshtml</c> files.</summary>
/// <remarks>It is an analyzer of its own because it reads generated code; the others would then read every accessor
/// too.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RazorAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.CreateRange(
            new FlagUseAnalyzer().SupportedDiagnostics.Concat(new HashKeyAnalyzer().SupportedDiagnostics));

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (RuntimeTypes.In(start.Compilation) is { } types)
            {
                ProjectSchemas schemas = new(start.Options);
                start.RegisterSemanticModelAction(file => Analyze(file, types, schemas));
            }
        });
    }

    private static void Analyze(SemanticModelAnalysisContext context, RuntimeTypes types, ProjectSchemas schemas)
    {
        if (!RazorFiles.IsOne(context.SemanticModel.SyntaxTree))
        {
            return;
        }

        // Razor may write one expression twice.
        HashSet<(string, FileLinePositionSpan)> reported = [];
        var found =
            from operation in RazorFiles.Operations(context.SemanticModel, context.CancellationToken)
            from diagnostic in new[] { FlagUseAnalyzer.Find(operation, types, schemas), HashKeyAnalyzer.Find(
                operation, types) }
            where diagnostic is not null && RazorFiles.IsMapped(diagnostic.Location)
            where reported.Add((diagnostic.Id, diagnostic.Location.GetMappedLineSpan()))
            select diagnostic;
        foreach (var diagnostic in found)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
