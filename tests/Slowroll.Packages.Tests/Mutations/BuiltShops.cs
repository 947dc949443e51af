namespace Slowroll.Packages.Tests.Mutations;

/// <summary>The correct shop and one for each mistake, restored and compiled together with the packed
/// packages.</summary>
public sealed class BuiltShops(PackedPackages packages) : IAsyncLifetime
{
    private const string Correct = "correct";

    private static readonly string Original = Path.Combine(AppContext.BaseDirectory, "Mutations", "Shop");

    private string _root = "";
    private string _output = "";

    public async Task InitializeAsync()
    {
        (_root, var dotnet) = packages.NewConsumer("shops", Path.Combine("Mutations", "Build"));
        var files = Directory.GetFiles(Original, "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(Original, path)
                .Replace('\\', '/')
                .Replace(".template", "", StringComparison.Ordinal),
            File.ReadAllText);
        Write(Correct, files);
        foreach (var mutation in MutationTable.All)
            Write(FolderOf(mutation), new(files) { [mutation.File] = mutation.In(files[mutation.File]) });

        await dotnet.RunAsync("restore", Correct);
        (_, _output) = await dotnet.TryRunAsync("msbuild", "Shops.proj", "-nologo", "-maxCpuCount");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    internal IReadOnlyList<string> ToldOfTheCorrectOne() => Told(Correct);

    internal IReadOnlyList<string> Told(Mutation mutation) => Told(FolderOf(mutation));

    /// <summary>All that the builds printed, line by line.</summary>
    internal IEnumerable<string> Printed => _output.Split('\n');

    private IReadOnlyList<string> Told(string name)
    {
        var folder = Path.Combine(_root, name);
        var log = Path.Combine(folder, "found.sarif");
        Assert.True(File.Exists(log), $"{name} was not compiled:\n{string.Join('\n', OutputOf(folder))}");
        return BuildLog.Read(log, folder);
    }

    private IEnumerable<string> OutputOf(string folder) =>
        _output.Split('\n')
            .Where(line => line.Contains(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Distinct();

    private void Write(string name, Dictionary<string, string> files)
    {
        foreach (var (path, text) in files)
        {
            var target = Path.Combine(_root, name, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text);
        }
    }

    private static string FolderOf(Mutation mutation) => $"mistake-{MutationTable.All.IndexOf(mutation)}";
}
