using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Inputs;

/// <summary>A result is never written over what is read.</summary>
public sealed class ResultFileTests : IDisposable
{
    private const string Config = """{ "features": { "on": { "stable": 1 } } }""";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("app.json", "plan", "app.json", "--html")]
    [InlineData("link.json", "plan", "app.json", "--html")]
    [InlineData("app.json", "plan", "link.json", "--html")]
    [InlineData("hosts.txt", "plan", "app.json", "--hosts", "hosts.txt", "--html")]
    [InlineData("./s.schema.json", "generate", "manifest", "s.schema.json", "-o")]
    public async Task An_input_is_no_place_for_a_result(string target, params string[] call)
    {
        string[] texts =
        [
            _workspace.Write("app.json", Config), _workspace.Write("hosts.txt", "web-1"),
            _workspace.Write("s.schema.json", Workspace.Schema),
        ];
        File.CreateSymbolicLink(_workspace["link.json"], _workspace["app.json"]);

        var run = await Workspace.RunAsync(
            [.. call.Select(part => part.Contains('.', StringComparison.Ordinal) ? _workspace[part] : part),
                _workspace[target]]);

        Assert.Equal((ExitCode.WrongUsage, ""), (run.ExitCode, run.Output));
        Assert.Contains("would be lost. Name another file.", run.Error, StringComparison.Ordinal);
        Assert.Equal([Config, "web-1", Workspace.Schema], texts.Select(File.ReadAllText));
    }
}
