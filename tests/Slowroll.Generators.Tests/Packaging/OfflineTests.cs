using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Slowroll.Generators.Tests.Packaging;

public class OfflineTests
{
    // Whatever reaches a network, a disk or another process has to name one of these.
    private static readonly string[] Outside = ["System.Net", "System.Diagnostics.Process", "System.IO.Pipes", "Microsoft.Win32"];

    private static readonly string[] OutsideTypes =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.IO.StreamReader", "System.IO.StreamWriter", "System.Diagnostics.Process",
    ];

    [Theory]
    [InlineData("Slowroll.Generators.dll")]
    [InlineData("Slowroll.Schemas.dll")]
    public void Survive_84_what_runs_inside_the_compiler_can_not_reach_a_network_or_a_disk(string assembly)
    {
        var named = TypesNamedBy(Path.Combine(AppContext.BaseDirectory, assembly));

        Assert.Contains("System.Text.Json.Utf8JsonReader", TypesNamedBy(Path.Combine(AppContext.BaseDirectory, "Slowroll.Schemas.dll")));
        Assert.DoesNotContain(named, type => OutsideTypes.Contains(type) || Outside.Any(name => type.StartsWith(name, StringComparison.Ordinal)));
    }

    private static HashSet<string> TypesNamedBy(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences
            .Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")];
    }
}
