using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slowroll.Generators.Diagnostics;

namespace Slowroll.Generators.CodeRules;

/// <summary>Holds the flags that code names, asks and gives defaults against the project's schemas.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlagUseAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        FlagUseRules.UnknownFlag, FlagUseRules.WrongType, FlagUseRules.TypedAccessor, FlagUseRules.OtherDefault);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (RuntimeTypes.In(start.Compilation) is { } types)
            {
                ProjectSchemas schemas = new(start.Options);
                start.RegisterOperationAction(
                    operation => Analyze(operation, types, schemas), OperationKind.Invocation, OperationKind.ObjectCreation);
            }
        });
    }

    // What is wrong comes first: nobody wants a typed name for a flag that isn't there.
    private static void Analyze(OperationAnalysisContext context, RuntimeTypes types, ProjectSchemas projectSchemas)
    {
        if (FlagMention.In(context.Operation, types) is not { SectionName: { } section } mention
            || projectSchemas.Select(mention.OwnerClass) is not { Schemas.Count: > 0 } schemas)
        {
            return;
        }

        var flags = mention.KeyName is { } key ? schemas.Find(section, key) : [];
        var finding = flags.Count == 0
            ? FlagNameRule.Check(mention, schemas)
            : FlagTypeRule.Check(mention, flags, types) ?? FlagDefaultRule.Check(mention, flags) ?? TypedNameRule.Check(mention, flags);
        if (finding is not null)
        {
            context.ReportDiagnostic(finding);
        }
    }
}
