using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Slowroll.Generators.Benchmarks;

/// <summary>Is shown what all analyzers here are shown, and does nothing: what it costs is the compiler's
/// part.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OnlookingAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("BENCH0001", "Nothing", "Nothing", "Bench", DiagnosticSeverity.Info, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(_ => { }, OperationKind.Invocation, OperationKind.ObjectCreation);
        context.RegisterAdditionalFileAction(_ => { });
    }
}
