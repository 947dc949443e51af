using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Slowroll.Generators.Tests.Packaging;

/// <summary>Runs MSBuild on a project that has only the package's props and targets.</summary>
public abstract class BuildFilesTest : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slowroll");

    protected BuildFilesTest() => File.WriteAllText(Path.Combine(Folder, "app.json"), "{}");

    protected string Folder => _folder.FullName;

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected async Task<(int ExitCode, string Output)> Build(
        string items,
        string argument = "-t:CheckSlowrollItems",
        string properties = "",
        [CallerFilePath] string here = "")
    {
        var build = Path.GetFullPath(
            Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Slowroll.Generators/buildTransitive"));
        var project = Path.Combine(Folder, "app.proj");
        await File.WriteAllTextAsync(project, $"""
            <Project>
              <Import Project="{build}/Slowroll.Generators.props" />
              <PropertyGroup>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
              <Import Project="{build}/Slowroll.Generators.targets" />
              <Target Name="CoreCompile" />
            </Project>
            """);
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["msbuild", project, argument, "-nologo", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
