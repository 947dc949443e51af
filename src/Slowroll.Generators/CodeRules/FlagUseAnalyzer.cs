using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Slowroll.Generators.Diagnostics;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.CodeRules;

/// <summary>Checks the names, types and defaults that code uses for flags against the project's schemas.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlagUseAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.OfAll(
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
                    operation => Report(operation, Find(operation.Operation, types, schemas)), OperationKind.Invocation,
                    OperationKind.ObjectCreation);
            }
        });
    }

    /// <summary>What is wrong with an operation, or null. Mistakes come before the suggestion of a typed
    /// name.</summary>
    internal static Diagnostic? Find(IOperation operation, RuntimeTypes types, ProjectSchemas projectSchemas)
    {
        if (FlagMention.In(operation, types) is not { SectionName: { } section } mention
            || projectSchemas.Select(mention.OwnerClass) is not { Schemas.Count: > 0 } schemas)
        {
            return null;
        }

        var flags = mention.KeyName is { } key ? schemas.Find(section, key) : [];
        return flags.Count == 0
            ? FlagNameRule.Check(mention, schemas)
            : FlagTypeRule.Check(mention, flags, types)
                ?? FlagDefaultRule.Check(mention, flags)
                ?? TypedNameRule.Check(mention, flags);
    }

    private static void Report(OperationAnalysisContext context, Diagnostic? finding)
    {
        if (finding is not null)
        {
            context.ReportDiagnostic(finding);
        }
    }
}
