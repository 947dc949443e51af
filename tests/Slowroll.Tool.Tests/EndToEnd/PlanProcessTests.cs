using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Slowroll.Tool.Tests.EndToEnd;

/// <summary>The plan of a config, as an operator or a pipeline asks for it.</summary>
public sealed class PlanProcessTests : IDisposable
{
    private const string Config = """
        { "features": { "fast": {
          "stable": 1, "new": 2, "start_time": "2030-03-04 09:00Z", "steps": [{ "pct": 10, "hold": "1d" }, { "pct": 100, "over": "2d" }]
        } } }
        """;

    private readonly Workspace _workspace = new();

    public PlanProcessTests()
    {
        _workspace.Write("app.json", Config);
        _workspace.Write("hosts.txt", string.Join('\n', Enumerable.Range(0, 200).Select(number => $"web-{number}")));
    }

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task An_operator_sees_what_comes_next()
    {
        var run = await RunAsync("plan app.json --hosts hosts.txt --at '2030-03-04 12:00Z'");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(
            "1 of 1 flag moves; next: features.fast starts towards 100 % in 21 h (Tue 2030-03-05 09:00Z).", run.Output,
            StringComparison.Ordinal);
        Assert.Contains("features.fast is held at 10 % until Tue 2030-03-05 09:00Z, in 21 h.", run.Output,
            StringComparison.Ordinal);
        Assert.Contains("Hosts that switch per hour, of 200:", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task A_pipeline_stops_at_a_limit()
    {
        var above = await RunAsync(
            "plan - --hosts hosts.txt --at '2030-03-04 08:00Z' --max-per-hour 5% --format markdown < app.json");
        var below = await RunAsync("plan app.json --hosts hosts.txt --at '2030-03-04 10:00Z' --max-per-hour 5%");

        Assert.Equal((1, 0), (above.ExitCode, below.ExitCode));
        Assert.Contains("1 hour switches more than 5% of the 200 hosts", above.Output, StringComparison.Ordinal);
        Assert.StartsWith("No hour switches more than 5% of the 200 hosts", below.Output.Split('\n')[2],
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan", 2)]
    [InlineData("plan app.json app.json", 2)]
    [InlineData("plan app.json --hosts missing.txt", 3)]
    [InlineData("plan missing.json", 3)]
    [InlineData("plan hosts.txt", 3)]
    [InlineData("plan - --hosts - < app.json", 2)]
    [InlineData("plan app.json --hosts /dev/null", 3)]
    public async Task Bad_input_is_one_sentence(string line, int exitCode)
    {
        var run = await RunAsync(line);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("slowroll: ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    /// <summary>Two flags of three go on at the same time, and each hour is looked at for each of them.</summary>
    [Fact]
    public async Task Ten_thousand_flags_and_a_hundred_thousand_hosts_have_a_plan()
    {
        StringBuilder config = new("""{ "features": { """);
        for (var i = 0; i < 10_000; i++)
        {
            config.Append(CultureInfo.InvariantCulture,
                $$"""{{(i == 0 ? "" : ",")}} "f{{i}}": { "stable": 1, "new": 2, "start_time": "2030-03-{{i % 28 + 1:00}} {{i % 24:00}}:00Z", "duration": "{{i % 14 + 1}}d" }""");
        }

        _workspace.Write("large.json", config.Append("} }").ToString());
        _workspace.Write(
            "fleet.txt", string.Join('\n', Enumerable.Range(0, 100_000).Select(number => $"host-{number}")));

        var run = await RunAsync("plan large.json --hosts fleet.txt --at 2030-03-01 --format json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var document = JsonDocument.Parse(run.Output);
        Assert.InRange(document.RootElement.GetProperty("counts").GetProperty("moving").GetInt32(), 9_900, 10_000);
        Assert.All(
            document.RootElement.GetProperty("hours").EnumerateArray(),
            hour => Assert.InRange(hour.GetProperty("hosts").GetInt32(), 1, 100_000));
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string line) =>
        ToolProcess.RunAsync($"slowroll {line}", Path.GetDirectoryName(_workspace["app.json"])!);
}
