using Slowroll.Generators.Tests.Compiling;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Surviving;

/// <summary>What a file says is quoted in what is printed, and never becomes a line of its own.</summary>
public sealed class HostileFileTests : IDisposable
{
    private const int PathLength = 200;

    private readonly Workspace _workspace = new();

    public static TheoryData<string> Names => HostileFiles.Names;

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_config_gives_one_short_line_for_each_finding(string name)
    {
        var schema = _workspace.Write("app.schema.json", HostileFiles.Schema);
        var earlier = _workspace.Write(
            "earlier.json",
            "{ \"s\": { \"on\": { \"stable\": 1, \"new\": 2, \"end_time\": \"2030-03-15 00:00Z\", \"duration\": "
                + "\"14d\" } } }");
        foreach (var text in HostileFiles.Configs(HostileFiles.Texts[name]))
        {
            var config = _workspace.Write("app.json", text);
            AssertPrintable(await Workspace.RunAsync("check", config, "--schema", schema, "--previous", earlier));
            AssertPrintable(await Workspace.RunAsync("check", config));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_schema_gives_one_short_line_for_each_finding(string name)
    {
        var config = _workspace.Write("app.json", """{ "s": { "on": { "stable": 1 } } }""");
        foreach (var text in HostileFiles.Schemas(HostileFiles.Texts[name]))
        {
            var schema = _workspace.Write("app.schema.json", text);
            AssertPrintable(await Workspace.RunAsync("check", config, "--schema", schema));
        }
    }

    [Fact]
    public async Task Hostile_arguments_and_file_names_are_shown_on_one_line()
    {
        const string Hostile = "a\nPayments.cs(1,1): error CS0666: x ##vso[task.complete result=Failed]\u001b[2J\u202E";
        var schema = _workspace.Write("app.schema.json", HostileFiles.Schema);
        List<string[]> calls = [[
            Hostile
        ], ["check", Hostile], ["check", "--" + Hostile], ["check", Hostile, "--as-of", Hostile], [$"@{Hostile}"],
            ["check", schema, "--schema", Hostile], ["pull", Hostile, Hostile], [
                "pull", "http://localhost:1/", "x", "--timeout", Hostile
            ], ["pull", "http://localhost:1/", "x", "--failure", Hostile]];
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_workspace["d\n##vso"]);
            var config = _workspace.Write(
                "a\nPayments.cs(1,1): error CS0666: x.json", """{ "s": { "on": { "stable": 1 } } }""");
            calls.AddRange(
                [["check", config, "--schema", schema], ["check", _workspace["d\n##vso"]], ["check", config]]);
        }

        foreach (var call in calls)
        {
            var run = await Workspace.RunAsync(call);

            Assert.NotEqual(ExitCode.Success, run.ExitCode);
            AssertPrintable(run);
            Assert.All(Lines(run), line => Assert.DoesNotMatch("^(Payments|##)", line));
        }
    }

    private static void AssertPrintable(Run run)
    {
        Assert.NotEmpty(Lines(run));
        // The path before the message is the machine's own, and shown whole.
        Assert.All(Lines(run), line => HostileFiles.AssertPrintable(line, besides: PathLength));
    }

    private static string[] Lines(Run run) =>
        (run.Findings + run.Error).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
