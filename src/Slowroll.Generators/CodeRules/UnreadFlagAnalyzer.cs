using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slowroll.Generators.Diagnostics;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.CodeRules;

/// <summary>SLOW2004: flags that no code of the project asks for, reported where the schema names them. Public
/// classes are not checked: other projects may ask them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadFlagAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.OfAll(FlagUseRules.UnreadFlag);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Pages and views ask for flags in generated code. Nothing is reported there.
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterCompilationStartAction(start =>
        {
            if (RuntimeTypes.In(start.Compilation) is { } types)
            {
                ProjectSchemas schemas = new(start.Options);
                FlagReads reads = new(types);
                start.RegisterOperationAction(
                    operation => reads.Note(operation.Operation),
                    OperationKind.Invocation,
                    OperationKind.MethodReference,
                    OperationKind.PropertyReference,
                    OperationKind.ObjectCreation);
                start.RegisterCompilationEndAction(end => Report(end, schemas, reads));
            }
        });
    }

    // While a schema has a mistake, it isn't known which flags the code asks for.
    private static void Report(CompilationAnalysisContext context, ProjectSchemas schemas, FlagReads reads)
    {
        var known = schemas.Select(null);
        if (!known.IsComplete || reads.Names.Any(name => known.Find(name.Section, name.Key).Count == 0))
        {
            return;
        }

        foreach (var (file, flags) in schemas.Files)
        {
            if (flags is not { Class.IsPublic: false } || file.GetText(context.CancellationToken) is not { } text)
            {
                continue;
            }

            for (var i = 0; i < flags.Flags.Count; i++)
            {
                KnownFlag flag = new(flags.Class, flags.Flags[i]);
                if (!reads.MayAsk(flag))
                {
                    context.ReportDiagnostic(RuleReport.Create(
                        FlagUseRules.UnreadFlag, FileLocation.Of(file, text, flags.Places[i]), flag.Path));
                }
            }
        }
    }
}
