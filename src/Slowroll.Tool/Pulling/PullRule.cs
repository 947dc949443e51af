using Microsoft.CodeAnalysis;
using Slowroll.Generators.Diagnostics;

namespace Slowroll.Tool.Pulling;

/// <summary>The rule about pulling.</summary>
internal static class PullRule
{
    public static readonly DiagnosticDescriptor Failed = new(
        "SLOW4001",
        "A snapshot can be pulled",
        "{0}",
        "Slowroll.Pull",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A build goes on with the snapshot that it has.",
        RulePage.Of("SLOW4001"));
}
