using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Slowroll.Generators.Diagnostics;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Generators.CodeRules;

/// <summary>SLOW2006 and SLOW2007: hash keys that tell nobody apart, or by a name that platforms don't agree on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HashKeyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(HashKeyRules.Constant, HashKeyRules.MachineName);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (RuntimeTypes.In(start.Compilation) is { } types)
            {
                start.RegisterOperationAction(operation => Analyze(operation, types), OperationKind.Invocation, OperationKind.ObjectCreation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, RuntimeTypes types)
    {
        if (HashKeyArgument.In(context.Operation, types) is not { Value: var value } argument)
        {
            return;
        }

        if (argument.Decides && value.ConstantValue.HasValue)
        {
            context.ReportDiagnostic(RuleReport.Create(HashKeyRules.Constant, value.Syntax.GetLocation(), MessageText.Of(value.Syntax.ToString())));
        }
        else if (IsMachineName(ValueOrigin.Of(value)))
        {
            var hostKey = argument.TakesHashKey ? "HashKey.Host" : "HashKey.Host.Value";
            context.ReportDiagnostic(RuleReport.Create(
                HashKeyRules.MachineName,
                value.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(FixHints.HostKey, hostKey),
                hostKey));
        }
    }

    private static bool IsMachineName(IOperation value) =>
        value is IPropertyReferenceOperation { Property: { Name: "MachineName", ContainingType: var owner } }
        && owner.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) is "System.Environment";
}
