using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Slowroll.Generators.Benchmarks;

/// <summary>A well-known generator, as its package brings it, with any number of methods to write.</summary>
internal static class Mapperly
{
    private static readonly string Package = typeof(Mapperly).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Mapperly")
        .Value!;

    public static MetadataReference Abstractions { get; } =
        MetadataReference.CreateFromFile(
            Directory.GetFiles(Package, "Riok.Mapperly.Abstractions.dll", SearchOption.AllDirectories)[0]);

    public static ISourceGenerator Generator()
    {
        var analyzers = Directory.GetFiles(Package, "Riok.Mapperly.dll", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);
        var generator = Assembly.LoadFrom(analyzers.Last(path => !path.Contains("roslyn5", StringComparison.Ordinal)))
            .GetTypes()
            .Single(type => typeof(IIncrementalGenerator).IsAssignableFrom(type) && !type.IsAbstract);
        return ((IIncrementalGenerator)Activator.CreateInstance(generator)!).AsSourceGenerator();
    }

    public static string Source(int methods)
    {
        StringBuilder source = new("""
            public class A { public int X { get; set; } }
            public class B { public int X { get; set; } }
            [Riok.Mapperly.Abstractions.Mapper] public static partial class Mapper
            {

            """);
        for (var method = 0; method < methods; method++)
            source.Append($"    public static partial B Map{method}(A a);\n");
        return source.Append("}\n").ToString();
    }
}
