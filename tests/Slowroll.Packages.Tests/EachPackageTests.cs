namespace Slowroll.Packages.Tests;

/// <summary>Each package alone, in a fresh project that is restored from the packed packages.</summary>
[Collection(nameof(PackedPackages))]
public class EachPackageTests(PackedPackages packages)
{
    private const string SdkComment = "// Sdk: ";

    // The command is no reference of a project; ToolPackageTests installs it.
    private static readonly IReadOnlyList<string> Libraries =
        [.. PackedPackages.Names.Where(name => name != "Slowroll.Tool")];

    [Fact]
    public async Task Each_package_builds_for_both_frameworks_without_a_warning_and_works()
    {
        var (folder, dotnet) = packages.NewConsumer("each package", "EachPackage");
        foreach (var name in Libraries)
            await WriteProjectAsync(folder, name);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "all.slnx"),
            $"<Solution>{string.Concat(Libraries.Select(name => $"<Project Path=\"{name}/{name}.User.csproj\" />"))}"
                + "</Solution>");

        await dotnet.RunAsync("build", "all.slnx", "-warnaserror");

        foreach (var name in Libraries)
        {
            var output = await dotnet.RunAsync(
                "exec", Path.Combine(name, "bin", "Debug", "net10.0", $"{name}.User.dll"));
            Assert.Equal((name, "works"), (name, output.Trim()));
        }
    }

    private static async Task WriteProjectAsync(string folder, string name)
    {
        var program = Path.Combine(folder, $"{name}.Program.cs");
        Assert.True(File.Exists(program), $"EachPackage/{name}.Program.cs is missing: a program that uses {name}.");

        var project = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        var code = await File.ReadAllTextAsync(program);
        await File.WriteAllTextAsync(Path.Combine(project, "Program.cs"), code);
        await File.WriteAllTextAsync(Path.Combine(project, $"{name}.User.csproj"), $"""
            <Project Sdk="{code.Split('\n')[0][SdkComment.Length..].Trim()}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <SlowrollCheckProject>false</SlowrollCheckProject>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{name}" Version="0.1.0" />
              </ItemGroup>
            </Project>
            """);
    }
}
