using Slowroll.Schemas.Model;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.Pipeline;

/// <summary>A name that a schema's code needs and that the project uses already.</summary>
/// <param name="ClassName">The full name of the schema's class.</param>
/// <param name="Part">What needs it.</param>
/// <param name="Taken">The name.</param>
/// <param name="By">What has the name, in words.</param>
/// <param name="FreeNamespace">A namespace to use instead.</param>
internal sealed record NameClash(string ClassName, NameUse Part, string Taken, string By, string FreeNamespace)
{
    /// <summary>The rule: a class of another project is only hidden; all else wouldn't compile.</summary>
    public Rule Rule => Part is NameUse.Hidden ? SchemaRules.HiddenFlags : SchemaRules.TakenName;

    public SchemaProblem ToProblem() => new(Rule, default, new([Taken, By, FreeNamespace]));
}

/// <summary>What a name is needed for.</summary>
internal enum NameUse
{
    /// <summary>The class itself, without which there is nothing.</summary>
    Class,

    /// <summary>The class <c>Flags</c> beside it.</summary>
    Ambient,

    /// <summary>The class that adds it to a host.</summary>
    Services,

    /// <summary>Nothing: the code compiles, and hides a class of another project.</summary>
    Hidden,
}
