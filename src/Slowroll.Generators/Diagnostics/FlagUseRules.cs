using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Diagnostics;

/// <summary>Rules about code that asks for a flag, or never does.</summary>
internal static class FlagUseRules
{
    public static readonly DiagnosticDescriptor UnknownFlag = new(
        CodeRuleIds.UnknownFlag,
        "A flag that is asked for must be in a schema",
        "{0} is in no schema of this project; {1}",
        Categories.Code,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Without a schema's word for it the default would answer for ever, and nobody would notice.",
        RulePage.Of(CodeRuleIds.UnknownFlag));

    public static readonly DiagnosticDescriptor WrongType = new(
        CodeRuleIds.WrongType,
        "A flag is asked for in its own type",
        "Flag '{0}' is {1} in its schema, not {2}",
        Categories.Code,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A value that can't be read in the type that is asked for is answered with the default.",
        RulePage.Of(CodeRuleIds.WrongType));

    public static readonly DiagnosticDescriptor TypedAccessor = new(
        CodeRuleIds.TypedAccessor,
        "A flag has a typed name",
        "Flag '{0}' has a typed name: {1}",
        Categories.Code,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "What the generator wrote for the flag can't be misspelled, and knows the type and the default.",
        RulePage.Of(CodeRuleIds.TypedAccessor));

    public static readonly DiagnosticDescriptor UnreadFlag = new(
        CodeRuleIds.UnreadFlag,
        "A flag is asked for somewhere",
        "Nothing in this project asks for flag '{0}'",
        Categories.Code,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        "A flag that no code asks for any more can leave the schema and the config.",
        RulePage.Of(CodeRuleIds.UnreadFlag),
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor OtherDefault = new(
        CodeRuleIds.OtherDefault,
        "A flag has one default",
        "The default of flag '{0}' is {1} in its schema, here it is {2}",
        Categories.Code,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Two places that ask for one flag would disagree while the config has nothing.",
        RulePage.Of(CodeRuleIds.OtherDefault));
}
