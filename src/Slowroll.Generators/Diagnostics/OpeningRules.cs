using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Diagnostics;

/// <summary>Rules about how a program gets its config.</summary>
internal static class OpeningRules
{
    public static readonly DiagnosticDescriptor NotOpened = new(
        CodeRuleIds.NotOpened,
        "A program opens its config and keeps it",
        "{0}, so that every flag answers its default; write {1}",
        Categories.Code,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Without a config flags answer the schema's defaults for ever, and nobody notices: no rollout reaches the program.",
        RulePage.Of(CodeRuleIds.NotOpened),
        WellKnownDiagnosticTags.CompilationEnd);
}
