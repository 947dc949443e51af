using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Diagnostics;

/// <summary>Rules about one flag's name, type and default.</summary>
internal static class FlagRules
{
    public static readonly DiagnosticDescriptor UnsupportedType = new(
        SchemaRules.UnsupportedType,
        "A flag's values need a C# type",
        "Flag '{0}' has no C# type: {1}",
        Categories.Schema,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A flag is a rollout whose values are of a type that Slowroll knows. The other flags are generated all the same.",
        RulePage.Of(SchemaRules.UnsupportedType));

    public static readonly DiagnosticDescriptor NameCollision = new(
        SchemaRules.NameCollision,
        "Two flags need two C# names",
        "Flags '{0}' and '{1}' are both '{2}' in C#; rename one with \"x-slowroll\": {{ \"name\": \"AnotherName\" }}",
        Categories.Schema,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The flags of all sections are members of one class, so their names must differ after they were made PascalCase.",
        RulePage.Of(SchemaRules.NameCollision));

    public static readonly DiagnosticDescriptor NoIdentifier = new(
        SchemaRules.NoIdentifier,
        "A name needs letters or digits",
        "No C# name can be made of {0}; {1}",
        Categories.Schema,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A flag, a hash key or a class has a name of which nothing is left for C#, or x-slowroll asks for a name that is not PascalCase.",
        RulePage.Of(SchemaRules.NoIdentifier));

    public static readonly DiagnosticDescriptor MissingDefault = new(
        SchemaRules.MissingDefault,
        "A flag of text needs a default",
        "Flag '{0}' needs a default; add one, for example \"default\": {{ \"stable\": {1} }}",
        Categories.Schema,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Only for booleans, numbers, nullable values and any JSON does a default go without saying.",
        RulePage.Of(SchemaRules.MissingDefault));

    public static readonly DiagnosticDescriptor WrongDefault = new(
        SchemaRules.WrongDefault,
        "A default must fit its flag",
        "The default of flag '{0}' does not fit: {1}",
        Categories.Schema,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The default is a rollout, and its stable value has the type of the flag's values and is within the limits that the schema sets.",
        RulePage.Of(SchemaRules.WrongDefault));
}
