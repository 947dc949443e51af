namespace Slowroll.Tool.Tests.Pulling;

/// <summary>A snapshot in a directory of its own, and the command that pulls it.</summary>
internal sealed class Pull : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public string Path => _directory["shop/app_features.json"];

    public string Text
    {
        get => File.ReadAllText(Path);
        set
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            File.WriteAllText(Path, value);
        }
    }

    /// <summary>The full path of something beside it.</summary>
    public string this[string name] => _directory[name];

    /// <summary>Every file that there is now.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFiles(_directory.Path, "*", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(_directory.Path, file).Replace('\\', '/'))
        .Order();

    public Task<(int ExitCode, string Output, string Errors)> FromAsync(Uri url, params string[] options) =>
        RunAsync(["pull", url.OriginalString, Path, .. options]);

    /// <summary>The same with its ETags kept.</summary>
    public Task<(int ExitCode, string Output, string Errors)> AgainFromAsync(Uri url) => FromAsync(url, "--etags", this["etags"]);

    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new(), errors = new();
        var exitCode = await CommandLine.RunAsync(arguments, output, errors, CancellationToken.None);
        return ((int)exitCode, output.ToString(), errors.ToString());
    }

    public void Dispose() => _directory.Dispose();
}
