using System.Reflection;

namespace Slowroll.Packages.Tests;

[CollectionDefinition(nameof(PackedPackages))]
public sealed class PackedPackagesForAll : ICollectionFixture<PackedPackages>;

/// <summary>The packages, packed once into a folder outside of the repository.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("slowroll-packages-");

    internal static string Repository { get; } = typeof(PackedPackages).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot")
        .Value!;

    public string Feed => Path.Combine(_root.FullName, "feed");

    // Not the machine's own: a package of the same version from an earlier run must not be taken.
    private string PackageCache => Path.Combine(_root.FullName, "cache");

    public async Task InitializeAsync()
    {
        string[] projects =
            ["Slowroll", "Slowroll.Generators", "Slowroll.Hosting", "Slowroll.AspNetCore", "Slowroll.Tool"];
        foreach (var project in projects)
        {
            await new Dotnet(Repository, Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? DefaultCache)
                .RunAsync("pack", $"src/{project}", "-c", "Release", "-o", Feed, "--no-restore");
        }
    }

    /// <summary>A fresh copy of a project beside this test, with nothing built.</summary>
    /// <param name="name">The copy's folder.</param>
    /// <param name="project">The folder of the original.</param>
    internal (string Folder, Dotnet Dotnet) NewConsumer(string name, string project = "Consumer")
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root.FullName, name)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, project)))
        {
            File.Copy(file,
                Path.Combine(folder, Path.GetFileName(file).Replace(".template", "", StringComparison.Ordinal)));
        }

        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
        return (folder, new Dotnet(folder, PackageCache));
    }

    public Task DisposeAsync()
    {
        _root.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private static string DefaultCache =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
