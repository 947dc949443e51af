using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Diagnostics;

/// <summary>Rules about what code hands over as a hash key.</summary>
internal static class HashKeyRules
{
    public static readonly DiagnosticDescriptor Constant = new(
        CodeRuleIds.ConstantHashKey,
        "A hash key tells hosts or users apart",
        "{0} is the hash key of everybody, so that all switch at once; pass a host (HashKey.Host), a user's id or whatever the rollout goes by",
        Categories.Code,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The share of a rollout is a share of its hash keys. With one key for all it is nobody, and later everybody.",
        RulePage.Of(CodeRuleIds.ConstantHashKey));

    public static readonly DiagnosticDescriptor MachineName = new(
        CodeRuleIds.MachineNameHashKey,
        "A host goes by its whole name",
        "Environment.MachineName is cut at the first dot on Unix and upper-case on Windows; {0} is the same everywhere",
        Categories.Code,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Hosts of another platform, or programs in another language, would give the same machine another bucket.",
        RulePage.Of(CodeRuleIds.MachineNameHashKey));
}
