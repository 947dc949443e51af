using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Slowroll.Docs.Tests;

/// <summary>The command answers what its pages show. <see cref="ToolPage"/> says how a page is read.</summary>
public class ToolSessionTests
{
    // Programs don't print it, so it separates the outputs of the commands.
    private const char End = '\u0001';

    // The home of the person in the sessions.
    private const string Home = "/home/ada";

    public static TheoryData<string> Pages => [.. ToolPage.All.Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_session_of_a_page_is_what_the_command_prints(string path)
    {
        ToolPage page = new(Page.Of(path));
        var shown = page.Steps.OfType<ToolPage.Shown>().ToList();
        Assert.Contains(shown, command => command.Command.StartsWith("slowroll ", StringComparison.Ordinal));

        var outputs = await RunAsync(page);

        Assert.Equal(
            shown.Select(command => $"{path}:{command.Line}\n{command.Output}"),
            shown.Zip(outputs, (command, output) =>
                $"{path}:{command.Line}\n{(command.Matches(output) ? command.Output : output)}"));
    }

    // All commands of a page run in one shell, so that a file that one writes is there for the next one.
    private static async Task<IReadOnlyList<string>> RunAsync(ToolPage page)
    {
        var folder = Directory.CreateTempSubdirectory("slowroll-session-");
        try
        {
            var home = folder.CreateSubdirectory("home").FullName;
            var output = await RunAsync(await ScriptAsync(page, folder.FullName), home);
            return
            [
                .. output.Replace(home, Home, StringComparison.Ordinal).Split(End)[..^1].Select(WithoutEmptyEnds),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> ScriptAsync(ToolPage page, string folder)
    {
        StringBuilder script = new("exec 2>&1 </dev/null\nslowroll() { dotnet \"$TOOL\" \"$@\"; }\n");
        for (var i = 0; i < page.Steps.Count; i++)
        {
            if (page.Steps[i] is ToolPage.Given file)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, $"{i}"), file.Text);
                script.Append($"cp ../{i} {file.Name}\n");
            }
            else if (page.Steps[i] is ToolPage.Shown shown)
            {
                script.Append($"{shown.Command}\nprintf '\\001'\n");
            }
        }

        return script.ToString();
    }

    private static async Task<string> RunAsync(string script, string home)
    {
        ProcessStartInfo start = new("bash", ["-c", script])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = home,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["HOME"] = home, ["TOOL"] = Tool() },
        };
        foreach (var variable in (string[])["XDG_CACHE_HOME", "SLOWROLL_LOCKS"])
            start.Environment.Remove(variable);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync();
        return output;
    }

    // Editors remove spaces at the end of a line.
    private static string WithoutEmptyEnds(string output) =>
        string.Join('\n', output.Trim('\n').Split('\n').Select(line => line.TrimEnd()));

    private static string Tool() => typeof(ToolSessionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Tool").Value!;
}
