using System.Text;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests;

/// <summary>An empty folder, and the command as a person in it would call it.</summary>
internal sealed class Workspace : IDisposable
{
    /// <summary>A schema of one flag.</summary>
    public const string Schema = """
        {
          "properties": {
            "features": {
              "properties": {
                "on": { "$ref": "slowroll.schema.json#/$defs/boolean" }
              }
            }
          }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slowroll tool ");

    /// <summary>The path of a file in it.</summary>
    public string this[string file] => Path.Combine(_folder.FullName, file);

    public string Snapshot => this["app_features.json"];

    public string ETagFile => this["obj/app_features.etag"];

    /// <summary>The names of all files in it.</summary>
    public IEnumerable<string> Files =>
        _folder.EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder.FullName, file.FullName));

    /// <summary>Writes a file.</summary>
    /// <returns>Its path.</returns>
    public string Write(string file, string text)
    {
        File.WriteAllText(this[file], text);
        return this[file];
    }

    public static Task<Run> RunAsync(params string[] arguments) => RunAsync("", arguments);

    /// <summary>Runs the command with a text at its standard input.</summary>
    public static async Task<Run> RunAsync(string input, string[] arguments)
    {
        using StringWriter output = new(), error = new();
        Session session = new(output, error)
        {
            Input = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
        };
        var exitCode = await new SlowrollCommand(session).RunAsync(arguments);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Pulls into the snapshot, and remembers its version.</summary>
    public Task<Run> PullAsync(Uri url, params string[] options) =>
        RunAsync(["pull", url.OriginalString, Snapshot, "--etag-file", ETagFile, .. options]);

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>What a call of the command has come to.</summary>
internal sealed record Run(ExitCode ExitCode, string Output, string Error)
{
    /// <summary>The output of a check without its last line, which counts the findings.</summary>
    public string Findings => Output[..(Output.TrimEnd().LastIndexOf('\n') + 1)];
}
