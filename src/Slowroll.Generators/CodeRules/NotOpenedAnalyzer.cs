using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slowroll.Generators.Diagnostics;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.CodeRules;

/// <summary>SLOW2009: a program whose flags get no config. It asks <c>Flags.AppFeatures</c> and never sets it, or
/// doesn't keep what <c>OpenAsync</c> opens.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotOpenedAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.OfAll(FlagUseRules.NotOpened);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Of generated code, only that of pages and components is checked, at the end.
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (ProgramKind.IsProgram(start.Compilation) && RuntimeTypes.In(start.Compilation) is { } types)
            {
                FlagOpenings openings = new(types);
                start.RegisterOperationAction(
                    operation => openings.Note(operation.Operation),
                    OperationKind.Invocation,
                    OperationKind.MethodReference,
                    OperationKind.PropertyReference,
                    OperationKind.FieldReference,
                    OperationKind.TypeOf);
                start.RegisterCompilationEndAction(openings.Report);
            }
        });
    }
}
