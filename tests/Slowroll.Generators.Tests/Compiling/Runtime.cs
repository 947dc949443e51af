using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Slowroll.Generators.Tests.Compiling;

/// <summary>What generated code is compiled against. Here, and nowhere else, the stand-in gives way to the runtime.</summary>
internal static class Runtime
{
    public static IReadOnlyList<MetadataReference> Framework { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static byte[] Image { get; } = CompileStandIn();

    public static MetadataReference Reference { get; } = MetadataReference.CreateFromImage(Image);

    private static byte[] CompileStandIn()
    {
        using StreamReader reader = new(typeof(Runtime).Assembly.GetManifestResourceStream("RuntimeStandIn.cs")!);
        var compilation = CSharpCompilation.Create(
            "Slowroll",
            [CSharpSyntaxTree.ParseText(reader.ReadToEnd())],
            Framework,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using MemoryStream image = new();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return image.ToArray();
    }
}
