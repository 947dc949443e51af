using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Slowroll.Schemas.Model;

namespace Slowroll.Generators.Pipeline;

/// <summary>Finds types in a project and its references that have the names that generated code needs.</summary>
internal sealed class ClashSearch(Compilation compilation, ImmutableArray<SchemaClass> classes)
{
    private const string Flags = "Flags";

    /// <summary>The clashes of a class: at most one for each of its parts.</summary>
    public IEnumerable<NameClash> Of(SchemaClass schemaClass)
    {
        var @namespace = schemaClass.Namespace.Replace("@", "");
        if (TypeInPlaceOf(@namespace) is { } type)
        {
            return [Clash(schemaClass, NameUse.Class, type, "a type of this project")];
        }

        return new[]
        {
            Own(schemaClass, NameUse.Class, @namespace, schemaClass.Name, mayBePartial: true),
            Own(schemaClass, NameUse.Ambient, @namespace, Flags, mayBePartial: true),
            HasHosting ? Own(
                schemaClass,
                NameUse.Services,
                @namespace,
                $"{schemaClass.Name}ServiceCollectionExtensions",
                mayBePartial: false) : null,
            Hidden(schemaClass, @namespace),
        }.OfType<NameClash>();
    }

    private bool HasHosting => compilation.GetTypeByMetadataName("Slowroll.SlowrollServices") is not null;

    // A type with the name of the namespace.
    private string? TypeInPlaceOf(string @namespace)
    {
        var names = Outwards(@namespace).Where(name => name is not "");
        return names.FirstOrDefault(name => compilation.Assembly.GetTypeByMetadataName(name) is not null);
    }

    private NameClash? Own(SchemaClass schemaClass, NameUse part, string @namespace, string name, bool mayBePartial)
    {
        var fullName = Join(@namespace, name.Replace("@", ""));
        return compilation.Assembly.GetTypeByMetadataName(fullName) is { } type
            && !(mayBePartial && IsPartialClass(type))
                ? Clash(schemaClass, part, fullName, mayBePartial
                    && type is { TypeKind: TypeKind.Class, IsRecord: false }
                    ? "a class of this project that is not partial"
                    : "a type of this project")
            : NamespaceOf(compilation.Assembly.GlobalNamespace, fullName) is not null
                || classes.Any(other =>
                    $"{other.Namespace.Replace("@", "")}.".StartsWith($"{fullName}.", StringComparison.Ordinal))
                ? Clash(schemaClass, part, fullName, "a namespace of this project")
            : null;
    }

    // A class Flags of another project that the generated one hides, or that makes the name ambiguous.
    private NameClash? Hidden(SchemaClass schemaClass, string @namespace)
    {
        if (Others(@namespace).FirstOrDefault() is { } same)
        {
            return Hidden(schemaClass, same);
        }

        if (!SeesOtherFlags)
        {
            return null;
        }

        var files = compilation.SyntaxTrees.Select(FlagsNames.In).ToList();
        var forAll = files.SelectMany(file => file.GlobalUsings).Select(used => ("", used)).Distinct().ToList();
        return files
            .Where(file => file.Mentions.Count > 0)
            .SelectMany(file => file.Mentions.Select(
                mention => RivalOf(mention.Namespace, mention.Member, @namespace, [.. file.Usings, .. forAll])))
            .FirstOrDefault(found => found is not null) is { } rival ? Hidden(schemaClass, rival) : null;
    }

    // Searches like the compiler: in the surrounding namespaces, and in each before its usings.
    private INamedTypeSymbol? RivalOf(
        string place, string member, string @namespace, IReadOnlyList<(string Namespace, string Used)> usings)
    {
        if (IsWithin(place, @namespace))
        {
            return IsOurs(member) ? null : Outwards(@namespace).Skip(1)
                .Concat(usings.Where(each => IsWithin(@namespace, each.Namespace)).Select(each => each.Used))
                .SelectMany(Others)
                .FirstOrDefault(other => Has(other, member));
        }

        return usings.Any(each => each.Used == @namespace)
            ? usings.Select(each => each.Used)
                .SelectMany(Others)
                .FirstOrDefault(other => IsOurs(member) || Has(other, member))
            : null;
    }

    // Without it, the code needn't be searched.
    private bool SeesOtherFlags => compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly =>
        assembly.Name is not "Slowroll.Hosting"
            && assembly.Modules.Any(module => module.ReferencedAssemblies.Any(other => other.Name is "Slowroll")));

    private static bool IsWithin(string inner, string outer) =>
        outer is "" || $"{inner}.".StartsWith($"{outer}.", StringComparison.Ordinal);

    // Visible here, and with flags.
    private IEnumerable<INamedTypeSymbol> Others(string @namespace) =>
        compilation.GetTypesByMetadataName(Join(@namespace, Flags)).Where(IsOfAnotherProject);

    private bool IsOurs(string member) => classes.Any(each => member == each.Name || member == $"Use{each.Name}");

    private static bool Has(INamedTypeSymbol flags, string member) =>
        flags.GetMembers()
            .OfType<IPropertySymbol>()
            .Any(property => IsAmbient(property) && (member == property.Name || member == $"Use{property.Name}"));

    private static NameClash Hidden(SchemaClass schemaClass, INamedTypeSymbol other) =>
        Clash(schemaClass, NameUse.Hidden, other.ToDisplayString(),
            $"a class of '{other.ContainingAssembly.Name}' too");

    private bool IsOfAnotherProject(INamedTypeSymbol type) =>
        !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
        && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)
        && type.GetMembers().OfType<IPropertySymbol>().Any(IsAmbient);

    private static bool IsAmbient(IPropertySymbol property) =>
        property is { IsStatic: true, Type: INamedTypeSymbol type }
            && property.Name == type.Name
            && type.Interfaces.Any(each => each is { Name: "IFlagClass", ContainingNamespace.Name: "Slowroll" });

    private static bool IsPartialClass(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsRecord: false } && type.DeclaringSyntaxReferences.All(
            part => part.GetSyntax() is ClassDeclarationSyntax declared
                && declared.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static INamespaceSymbol? NamespaceOf(INamespaceSymbol root, string fullName) =>
        fullName.Split('.').Aggregate(
            (INamespaceSymbol?)root,
            (found, name) => found?.GetNamespaceMembers().FirstOrDefault(each => each.Name == name));

    private static NameClash Clash(SchemaClass schemaClass, NameUse part, string taken, string by) =>
        new(schemaClass.FullName, part, taken, by, Join(schemaClass.Namespace, "Rollouts"));

    /// <summary>A namespace and its surrounding ones, the global one last.</summary>
    private static IEnumerable<string> Outwards(string @namespace)
    {
        for (var name = @namespace; name is not ""; name =
            name.Contains('.') ? name.Substring(0, name.LastIndexOf('.')) : "")
        {
            yield return name;
        }

        yield return "";
    }

    private static string Join(string @namespace, string name) => @namespace is "" ? name : $"{@namespace}.{name}";
}
