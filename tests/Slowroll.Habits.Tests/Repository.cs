using System.Reflection;

namespace Slowroll.Habits.Tests;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    public static readonly string Root = Metadata("RepositoryRoot");

    private static readonly string[] BuildFolders = ["bin", "obj"];

    /// <summary>The projects that are shipped.</summary>
    public static readonly string[] Projects =
    [
        "Slowroll", "Slowroll.Hosting", "Slowroll.Schemas", "Slowroll.Generators", "Slowroll.CodeFixes",
        "Slowroll.Tool", "Slowroll.Redis", "Slowroll.Etcd", "Slowroll.FeatureManagement",
        "Slowroll.Planning", "Slowroll.Tool", "Slowroll.AspNetCore",
    ];

    /// <summary>The sources below some folders, by their paths from the root, with slashes.</summary>
    public static IEnumerable<string> Sources(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(BuildFolders.Contains))
        .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The assembly that the build of this test made of a project, for the newest framework.</summary>
    public static string Assembly(string project) => Directory
        .EnumerateFiles(Path.Combine(Root, "src", project, "bin", Metadata("Configuration")), $"{project}.dll",
            SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) is "net10.0" or "net8.0" or "netstandard2.0")
        .MaxBy(File.GetLastWriteTimeUtc)!;

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
