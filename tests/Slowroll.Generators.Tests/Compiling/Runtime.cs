using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Slowroll.Generators.Tests.Compiling;

/// <summary>What generated code is compiled against: .NET 8, and the runtime as .NET 8 gets it.</summary>
internal static class Runtime
{
    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. Directory.GetFiles(Framework(), "*.dll")
            .Append(typeof(SlowrollConfig).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What a project gets with <c>Slowroll.Hosting</c>.</summary>
    public static ImmutableArray<MetadataReference> Hosting { get; } =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "Microsoft.Extensions.*.dll")
            .Append(Path.Combine(AppContext.BaseDirectory, "Slowroll.Hosting.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static string Framework() => typeof(Runtime).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "ReferencedFramework")
        .Value!;
}
