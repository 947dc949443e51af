using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Diagnostics;

/// <summary>Rules about what a schema declares and a config has.</summary>
internal static class DeclarationRules
{
    public static readonly DiagnosticDescriptor Undeclared = new(
        DriftRules.Undeclared,
        "Schema and config know the same flags",
        "{0} does not know the {1}{2}; declare it there, or remove it here",
        Categories.Drift,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The config has a flag or a section that no code can ask for by its generated class.",
        RulePage.Of(DriftRules.Undeclared));

    public static readonly DiagnosticDescriptor Missing = new(
        DriftRules.Missing,
        "A declared flag is in the config",
        "{0} is declared in {1} and not in this config, so every host gets the default",
        Categories.Drift,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "The schema declares a flag or a section that the config does not have.",
        RulePage.Of(DriftRules.Missing));

    public static readonly DiagnosticDescriptor WrongType = new(
        DriftRules.WrongType,
        "A value has its declared type",
        "{0} must be {1}; it is {2}",
        Categories.Drift,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The running program can not use the value: every host gets the default of the flag.",
        RulePage.Of(DriftRules.WrongType));
}
