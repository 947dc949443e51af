using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Diagnostics;

/// <summary>Rules about flags in a host.</summary>
internal static class HostingRules
{
    public static readonly DiagnosticDescriptor TwoFlags = new(
        CodeRuleIds.TwoFlags,
        "A host's flags are injected",
        "Flags.{0} is not what Add{0} adds to the host, and the host doesn't set it; have {0} injected, or set "
            + "Flags.{0} = app.Services.GetRequiredService<{0}>() once",
        Categories.Code,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What a host has is its own, so that hosts can run side by side. Flags that belong to the whole program stay at the schema's defaults, or follow a second config.",
        RulePage.Of(CodeRuleIds.TwoFlags),
        WellKnownDiagnosticTags.CompilationEnd);
}
