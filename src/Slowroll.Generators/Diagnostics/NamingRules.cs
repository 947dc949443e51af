using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Diagnostics;

/// <summary>Rules about the names that a schema's code takes in the project.</summary>
internal static class NamingRules
{
    public static readonly DiagnosticDescriptor TakenName = new(
        SchemaRules.TakenName,
        "A generated name must be free",
        "'{0}' is {1}, and this schema needs the name; give the SlowrollSchema item another namespace, such as Namespace=\"{2}\"",
        Categories.Schema,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The generated class, the class Flags beside it, or what adds it to a host would have the name of something else. What has no name is not generated.",
        RulePage.Of(SchemaRules.TakenName));

    public static readonly DiagnosticDescriptor HiddenFlags = new(
        SchemaRules.HiddenFlags,
        "Flags of another project stay in sight",
        "'{0}' is {1}, which this schema's Flags hide or stand beside; give the SlowrollSchema item another namespace, such as Namespace=\"{2}\"",
        Categories.Schema,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The project sees two classes Flags by one name, through a reference or InternalsVisibleTo, and finds its own one alone.",
        RulePage.Of(SchemaRules.HiddenFlags));
}
