using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Diagnostics;

/// <summary>Rules about keywords of JSON Schema.</summary>
internal static class KeywordRules
{
    public static readonly DiagnosticDescriptor BadReference = new(
        SchemaRules.BadReference,
        "A reference must lead somewhere",
        "Cannot follow the reference {0}: {1}",
        Categories.Schema,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A reference leads to a place in the same file or to a form of slowroll.schema.json, and not in a circle.",
        RulePage.Of(SchemaRules.BadReference));

    public static readonly DiagnosticDescriptor UnreadKeyword = new(
        SchemaRules.UnreadKeyword,
        "A keyword that matters is not read",
        "{0} is not read: {1}",
        Categories.Schema,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The schema says something that would matter, and Slowroll doesn't read it.",
        RulePage.Of(SchemaRules.UnreadKeyword));

    public static readonly DiagnosticDescriptor SilentTrap = new(
        SchemaRules.SilentTrap,
        "Editors pass over a part of the schema",
        "Editors pass over {0} in silence; {1}",
        Categories.Schema,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "JSON Schema allows it, yet the JSON service of common editors doesn't look there, so nobody is told of mistakes in the config.",
        RulePage.Of(SchemaRules.SilentTrap));
}
