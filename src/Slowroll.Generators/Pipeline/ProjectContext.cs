using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Pipeline;

/// <summary>What generated code needs to know of the rest of the project. It is compared by value, so an edit of
/// other code runs no later step.</summary>
/// <param name="IsClsCompliant">Whether the assembly is CLS-compliant.</param>
/// <param name="Clashes">The names that are taken.</param>
internal sealed record ProjectContext(bool IsClsCompliant, EquatableArray<NameClash> Clashes)
{
    public static ProjectContext Of(Compilation compilation, ImmutableArray<SchemaClass> classes)
    {
        ClashSearch search = new(compilation, classes);
        return new(
            classes.Any(each => each.IsPublic) && SaysCompliant(compilation.Assembly),
            new([.. classes.SelectMany(search.Of)]));
    }

    /// <summary>Whether the name for a part of a class is free.</summary>
    public bool HasFreeName(SchemaClass schemaClass, NameUse part) =>
        !Clashes.Any(clash => clash.Part == part && clash.ClassName == schemaClass.FullName);

    private static bool SaysCompliant(IAssemblySymbol assembly) => assembly.GetAttributes().Any(attribute =>
        attribute is { AttributeClass.Name: "CLSCompliantAttribute", ConstructorArguments: [{ Value: true }] });
}
