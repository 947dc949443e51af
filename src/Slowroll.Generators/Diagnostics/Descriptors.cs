using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.Diagnostics;

/// <summary>The rules as the compiler wants them. Their texts are in <see cref="RuleTable"/>.</summary>
internal static class Descriptors
{
    private static readonly ImmutableDictionary<Rule, DiagnosticDescriptor> ByRule =
        RuleTable.All.ToImmutableDictionary(rule => rule, Create);

    public static DiagnosticDescriptor Of(Rule rule) => ByRule[rule];

    public static ImmutableArray<DiagnosticDescriptor> OfAll(params IEnumerable<Rule> rules) =>
        rules.Select(Of).ToImmutableArray();

    private static DiagnosticDescriptor Create(Rule rule) => new(
        rule.Id,
        rule.Title,
        rule.Message,
        rule.Category,
        rule.Severity switch
        {
            RuleSeverity.Error => DiagnosticSeverity.Error,
            RuleSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        rule.IsOn,
        rule.Description,
        rule.PageUrl,
        rule.NeedsWholeCompilation ? [WellKnownDiagnosticTags.CompilationEnd] : []);
}
