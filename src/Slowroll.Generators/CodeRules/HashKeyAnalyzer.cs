using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Slowroll.Generators.Diagnostics;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.CodeRules;

/// <summary>SLOW2006 and SLOW2007: hash keys that are the same for everybody, or that differ between
/// platforms.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HashKeyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.OfAll(FlagUseRules.ConstantHashKey, FlagUseRules.MachineNameHashKey);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (RuntimeTypes.In(start.Compilation) is { } types)
            {
                start.RegisterOperationAction(
                    operation => Report(operation, Find(operation.Operation, types)), OperationKind.Invocation,
                    OperationKind.ObjectCreation);
            }
        });
    }

    /// <summary>What is wrong with an operation, or null.</summary>
    internal static Diagnostic? Find(IOperation operation, RuntimeTypes types)
    {
        if (HashKeyArgument.In(operation, types) is not { Value: var value } argument)
        {
            return null;
        }

        if (argument.Decides && value.ConstantValue.HasValue)
        {
            return RuleReport.Create(
                FlagUseRules.ConstantHashKey, value.Syntax.GetLocation(), MessageText.Of(value.Syntax.ToString()));
        }

        var hostKey = argument.TakesHashKey ? "HashKey.Host" : "HashKey.Host.Value";
        return IsMachineName(ValueOrigin.Of(value))
            ? RuleReport.Create(
                FlagUseRules.MachineNameHashKey,
                value.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(FixHints.HostKey, hostKey),
                hostKey)
            : null;
    }

    private static void Report(OperationAnalysisContext context, Diagnostic? finding)
    {
        if (finding is not null)
        {
            context.ReportDiagnostic(finding);
        }
    }

    private static bool IsMachineName(IOperation value) =>
        value is IPropertyReferenceOperation { Property: { Name: "MachineName", ContainingType: var owner } }
        && owner.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) is "System.Environment";
}
