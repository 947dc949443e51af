using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Slowroll.Generators.Tests.EndToEnd;

/// <summary>Runs <c>tests/editor</c>: good and bad configs through the engine of VS Code and through another
/// validator.</summary>
public sealed class EditorTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // What the scripts read, laid out as in the repository, so that npm writes nothing there.
    private static readonly string[] Read =
        ["tests/editor", "tests/Slowroll.Tests/Vectors", "src/Slowroll.Schemas", "samples"];

    private readonly string _copy = Directory.CreateTempSubdirectory("slowroll-editor-").FullName;

    [NodeFact]
    public async Task An_editor_accepts_every_good_config_and_marks_the_wrong_lines_of_the_others()
    {
        foreach (var folder in Read)
            CopyJsonAndScripts(folder);

        await RunAsync("npm", "ci");
        await RunAsync("node", "check.mjs");
    }

    public void Dispose() => Directory.Delete(_copy, recursive: true);

    private async Task RunAsync(string command, string argument)
    {
        using var process = Process.Start(new ProcessStartInfo(NodeFactAttribute.Find(command)!, argument)
        {
            WorkingDirectory = Path.Combine(_copy, "tests/editor"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var deadline = new CancellationTokenSource(Patience);
        using var kill = deadline.Token.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0,
            $"{command} {argument} ended with {process.ExitCode}:\n{output}\n{await errors}");
    }

    private void CopyJsonAndScripts(string folder)
    {
        var from = InRepository(folder);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(from, file))
            .Where(IsRead))
        {
            var to = Path.Combine(_copy, folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(Path.Combine(from, file), to);
        }
    }

    private static bool IsRead(string file) =>
        Path.GetExtension(file) is ".json" or ".mjs" or ".npmrc"
        && !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "node_modules" or "bin" or "obj");

    private static string InRepository(string path, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../..", path);
}
