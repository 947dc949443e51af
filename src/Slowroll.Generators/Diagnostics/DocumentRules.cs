using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Diagnostics;

/// <summary>Rules about a schema as a whole.</summary>
internal static class DocumentRules
{
    public static readonly DiagnosticDescriptor NotJson = new(
        SchemaRules.NotJson,
        "A schema must be JSON",
        "The schema is not JSON: {0}",
        Categories.Schema,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The text of a SlowrollSchema item can't be read. Comments and trailing commas are fine.",
        RulePage.Of(SchemaRules.NotJson));

    public static readonly DiagnosticDescriptor NotASlowrollSchema = new(
        SchemaRules.NotASlowrollSchema,
        "A schema must describe sections of flags",
        "This is no schema of a Slowroll config: {0}",
        Categories.Schema,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A schema has an object at its root, in its properties sections, and in their properties flags.",
        RulePage.Of(SchemaRules.NotASlowrollSchema));

    public static readonly DiagnosticDescriptor ClassCollision = new(
        SchemaRules.ClassCollision,
        "Every schema needs a class of its own",
        "'{0}' and '{1}' both make '{2}'; list the file once, or give one SlowrollSchema item another ClassName or Namespace",
        Categories.Schema,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Two SlowrollSchema items ask for one class, for two whose names differ in case only, or for two of which one has the name of what comes with the other. The first one gets it.",
        RulePage.Of(SchemaRules.ClassCollision));
}
