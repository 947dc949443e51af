using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Slowroll.Generators.Diagnostics;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.CodeRules;

/// <summary>SLOW2008: a project that adds flags to a host and also asks the program's <c>Flags</c>, which the host
/// doesn't set.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TwoFlagsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        Descriptors.OfAll(FlagUseRules.TwoFlags);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            // Without Slowroll.Hosting there is nothing to add.
            if (RuntimeTypes.In(start.Compilation) is { Services: not null } types)
            {
                Uses uses = new(types);
                start.RegisterOperationAction(operation => uses.Note(operation.Operation), OperationKind.Invocation,
                    OperationKind.PropertyReference);
                start.RegisterCompilationEndAction(uses.Report);
            }
        });
    }

    /// <summary>What a project does with its flags.</summary>
    private sealed class Uses(RuntimeTypes types)
    {
        private readonly ConcurrentDictionary<ISymbol, bool> _added = new(SymbolEqualityComparer.Default);
        private readonly ConcurrentDictionary<ISymbol, bool> _set = new(SymbolEqualityComparer.Default);
        private readonly ConcurrentBag<(INamedTypeSymbol FlagClass, Location Place)> _mentions = [];

        public void Note(IOperation operation)
        {
            if (operation is IInvocationOperation call)
            {
                if (HostedFlagsCall.AddedBy(call, types) is { } added)
                {
                    _added.TryAdd(added, true);
                }
            }
            else if (AmbientFlagsMention.In(operation, types) is { } mention)
            {
                _mentions.Add((mention.FlagClass, mention.Reference.Syntax.GetLocation()));
                if (mention.IsSetFromElsewhere)
                {
                    _set.TryAdd(mention.FlagClass, true);
                }
            }
        }

        public void Report(CompilationAnalysisContext context)
        {
            foreach (var operation in RazorFiles.Operations(context.Compilation, context.CancellationToken))
            {
                Note(operation);
            }

            foreach (var (flagClass, place) in _mentions)
            {
                if (_added.ContainsKey(flagClass) && !_set.ContainsKey(flagClass))
                {
                    context.ReportDiagnostic(RuleReport.Create(FlagUseRules.TwoFlags, place, flagClass.Name));
                }
            }
        }
    }
}
