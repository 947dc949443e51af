using System.Reflection;

namespace Slowroll.Blazor.Tests;

[CollectionDefinition(nameof(PublishedShop))]
public sealed class PublishedShopForAll : ICollectionFixture<PublishedShop>, ICollectionFixture<Browser>;

/// <summary>The sample, published once into a folder outside of the repository, as a person would publish it: trimmed,
/// with all warnings of the trimmer.</summary>
public sealed class PublishedShop : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("slowroll-blazor-");

    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = Told("RepositoryRoot");

    /// <summary>Debug or Release: what the tests were built as.</summary>
    public static string Configuration { get; } = Told("Configuration");

    /// <summary>What a web server serves.</summary>
    public string Site => Path.Combine(_root.FullName, "published", "wwwroot");

    /// <summary>What the command said.</summary>
    public string Output { get; private set; } = "";

    /// <summary>Runs the dotnet command in a folder.</summary>
    internal static Dotnet DotnetIn(string folder) => new(
        folder,
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"));

    public async Task InitializeAsync() => Output = await DotnetIn(Repository).RunAsync(
        "publish", "samples/BrowserShop", "--no-build", "-c", Configuration,
        "-o", Path.Combine(_root.FullName, "published"),

        // Compressed files take long to make, and the server of the tests doesn't send them.
        "-p:CompressionEnabled=false",
        "-p:SuppressTrimAnalysisWarnings=false", "-p:TrimmerSingleWarn=false",
        "-p:ILLinkTreatWarningsAsErrors=false");

    public Task DisposeAsync()
    {
        _root.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private static string Told(string key) => typeof(PublishedShop).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
