using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Slowroll.Generators.Tests.Packaging;

/// <summary>A project of nothing but the package's props and targets, over which MSBuild is run.</summary>
internal sealed class BuildFilesProject : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("slowroll");

    public BuildFilesProject() => Folder = _root.FullName;

    /// <summary>The repository's folder of sources.</summary>
    public static string Source { get; } =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src"));

    /// <summary>Where the project lies.</summary>
    public string Folder { get; private set; }

    /// <summary>Moves the project into a folder of its own.</summary>
    public string In(string name) => Folder = Directory.CreateDirectory(Path.Combine(_root.FullName, name)).FullName;

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>Runs MSBuild.</summary>
    /// <param name="items">What the project's one ItemGroup holds.</param>
    /// <param name="arguments">The arguments of MSBuild.</param>
    /// <param name="properties">What its PropertyGroup holds.</param>
    /// <param name="name">The project's file.</param>
    /// <param name="built">The file that MSBuild builds, if it isn't the project.</param>
    public async Task<(int ExitCode, string Output)> BuildAsync(
        string items, string[] arguments, string properties = "", string name = "app.proj", string? built = null)
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, name), $"""
            <Project>
              <Import Project="{Source}/Slowroll.Generators/buildTransitive/Slowroll.Generators.props" />
              <PropertyGroup>
                <SlowrollBaseSchemaPath>{Source}/Slowroll.Schemas/slowroll.schema.json</SlowrollBaseSchemaPath>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
              <Import Project="{Source}/Slowroll.Generators/buildTransitive/Slowroll.Generators.targets" />
              <Target Name="CoreCompile" />
            </Project>
            """);
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["msbuild", built ?? name, .. arguments, "-nologo", "-nodeReuse:false"])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private static string Here([CallerFilePath] string here = "") => here;
}
