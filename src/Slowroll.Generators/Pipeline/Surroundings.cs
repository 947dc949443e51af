using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Pipeline;

/// <summary>What the rest of the project has to do with the code that is generated. A value: of the whole compilation no more goes on.</summary>
/// <param name="IsClsCompliant">Whether the assembly says that its public types are for all languages.</param>
/// <param name="Clashes">The names that are taken.</param>
internal sealed record Surroundings(bool IsClsCompliant, EquatableArray<NameClash> Clashes)
{
    public static Surroundings Of(Compilation compilation, ImmutableArray<SchemaClass> classes)
    {
        ClashSearch search = new(compilation, classes);
        return new(
            classes.Any(each => each.IsPublic) && SaysCompliant(compilation.Assembly),
            new([.. classes.SelectMany(search.Of)]));
    }

    /// <summary>Whether a part of a class has its name for itself.</summary>
    public bool LeavesRoomFor(SchemaClass schemaClass, NameUse part) =>
        !Clashes.Any(clash => clash.Part == part && clash.ClassName == schemaClass.FullName);

    private static bool SaysCompliant(IAssemblySymbol assembly) => assembly.GetAttributes().Any(attribute =>
        attribute is { AttributeClass.Name: "CLSCompliantAttribute", ConstructorArguments: [{ Value: true }] });
}
