using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Diagnostics;

/// <summary>Rules about a config as a whole.</summary>
internal static class ConfigRules
{
    public static readonly DiagnosticDescriptor NotJson = new(
        DriftRules.NotJson,
        "A config must be JSON",
        "The config can not be read: {0}",
        Categories.Drift,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The running program would refuse this config and stay with the last good one.",
        RulePage.Of(DriftRules.NotJson));

    public static readonly DiagnosticDescriptor DuplicateName = new(
        DriftRules.DuplicateName,
        "A name stands once",
        "\"{0}\" is given twice in one object; the last one counts and the others are lost, so remove all but one",
        Categories.Drift,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Of two members of one name the last one counts, and of two sections the last one alone.",
        RulePage.Of(DriftRules.DuplicateName));

    public static readonly DiagnosticDescriptor NotForPython = new(
        DriftRules.NotForPython,
        "The original slowroll reads this config",
        "The original slowroll for Python can not read {0}; {1}",
        Categories.Drift,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        "Slowroll for .NET reads comments, trailing commas and RFC 3339 times; the original does not. For fleets that run both.",
        RulePage.Of(DriftRules.NotForPython));

    public static readonly DiagnosticDescriptor Unclear = new(
        DriftRules.Unclear,
        "A snapshot is held against something",
        "{0}",
        Categories.Drift,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The project does not say, or not so that it can be read, which schema or which earlier snapshot a config is held against, or as of when.",
        RulePage.Of(DriftRules.Unclear));
}
