using Slowroll.Tool.CommandLine;
using Slowroll.Tool.Explaining;

namespace Slowroll.Tool.Tests.Editing;

/// <summary>A folder with a config that is edited, in the year 2030.</summary>
internal sealed class EditWorkspace : IDisposable
{
    /// <summary>Rises from 0 to 100 % in ten days, from Monday, 4 March, on.</summary>
    public const string Ramp =
        """{ "stable": false, "new": true, "start_time": "2030-03-04 00:00Z", "duration": "10d" }""";

    private static readonly DateTimeOffset Now = new(2030, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Workspace _workspace = new();

    /// <summary>The config's path.</summary>
    public string Config => _workspace["app.json"];

    /// <summary>The path of a file beside it.</summary>
    public string this[string file] => _workspace[file];

    public IEnumerable<string> Files => _workspace.Files;

    public string Text => File.ReadAllText(Config);

    /// <summary>Writes a config with one flag.</summary>
    public EditWorkspace Flag(string rollout, string settings = "") =>
        Write($$"""{ {{settings}}"features": { "x": {{rollout}} } }""");

    public EditWorkspace Write(string text)
    {
        File.WriteAllText(Config, text);
        return this;
    }

    /// <summary>Edits the flag <c>features.x</c>.</summary>
    public Task<Run> EditAsync(string command, params string[] options) =>
        RunAsync([command, "features.x", Config, .. options]);

    /// <summary>Runs the command on 1 March 2030.</summary>
    public static async Task<Run> RunAsync(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        Session session = new(output, error) { Input = () => Stream.Null, Clock = new FixedClock(Now) };
        var exitCode = await new SlowrollCommand(session).RunAsync(arguments);
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs an edit that is refused, and leaves the file alone.</summary>
    /// <returns>Why it is refused.</returns>
    public async Task<string> RefusalAsync(string command, params string[] options)
    {
        var before = Text;
        var run = await EditAsync(command, options);

        Assert.Equal((ExitCode.Found, "", before), (run.ExitCode, run.Output, Text));
        return run.Error.TrimEnd()["slowroll: ".Length..];
    }

    /// <summary>The flag after an edit that succeeds.</summary>
    public async Task<string> FlagAfterAsync(string command, params string[] options)
    {
        var run = await EditAsync(command, options);
        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        var text = Text;
        const string Start = "\"x\": ";
        return text[(text.IndexOf(Start, StringComparison.Ordinal) + Start.Length)..^" } }".Length];
    }

    public void Dispose() => _workspace.Dispose();
}
