using System.Text.Json;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Checking;

/// <summary>The formats in which a check prints what it has found.</summary>
public sealed class CheckPrinterTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public CheckPrinterTests() => _workspace.Write("app.schema.json", Workspace.Schema);

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("{ 'features': { 'on': { 'stable': true } } }", "1 flag, no problems.")]
    [InlineData("{ 'features': { 'on': { 'stable': 1 }, 'off': { 'stable': 1 } } }", "2 flags: 1 error, 1 warning.")]
    public async Task The_last_line_of_text_counts(string config, string last)
    {
        var run = await CheckAsync("text", config);

        Assert.Equal(last, run.Output.TrimEnd().Split('\n')[^1]);
    }

    [Fact]
    public async Task JSON_has_counts_and_each_problem_with_its_place()
    {
        var run = await CheckAsync("json", "{ 'features': {\n 'on': { 'stable': 1 } } }");

        Assert.Equal(ExitCode.Found, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal((1, 1, 0, 0), (Number("flags"), Number("errors"), Number("warnings"), Number("notShown")));
        var problem = Assert.Single(json.RootElement.GetProperty("problems").EnumerateArray());
        Assert.Equal(
            (_workspace["app.json"], 2, 20, "error", "SLOW3004"),
            (problem.GetProperty("file").GetString(), problem.GetProperty("line").GetInt32(),
                problem.GetProperty("column").GetInt32(), problem.GetProperty("severity").GetString(),
                problem.GetProperty("rule").GetString()));

        int Number(string name) => json.RootElement.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task JSON_without_a_problem_is_a_document_too()
    {
        var run = await CheckAsync("json", "{ 'features': { 'on': { 'stable': true } } }");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Empty(json.RootElement.GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task SARIF_names_rule_file_and_region()
    {
        var run = await CheckAsync("sarif", "{ 'features': {\n 'on': { 'stable': 'é' } } }");

        using var json = JsonDocument.Parse(run.Output);
        var sarif = json.RootElement;
        Assert.Equal("2.1.0", sarif.GetProperty("version").GetString());
        var result = Assert.Single(sarif.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        var rule = sarif.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules")
            [result.GetProperty("ruleIndex").GetInt32()];
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(
            (result.GetProperty("ruleId").GetString(), "error", "SLOW3004"),
            (rule.GetProperty("id").GetString(), result.GetProperty("level").GetString(),
                result.GetProperty("ruleId").GetString()));
        Assert.Equal(
            new Uri(_workspace["app.json"]).AbsoluteUri,
            place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(
            "{\"startLine\":2,\"startColumn\":20,\"endLine\":2,\"endColumn\":23}",
            JsonSerializer.Serialize(place.GetProperty("region")));
    }

    [Fact]
    public async Task Annotations_have_file_and_line_as_GitHub_reads_them()
    {
        var config = _workspace.Write("a,b:100%.json", """{ "features": { "on": { "stable": "50%\n::error::" } } }""");

        var run = await Workspace.RunAsync(
            "check", config, "--schema", _workspace["app.schema.json"], "--format", "github");

        var line = Assert.Single(run.Findings.TrimEnd().Split('\n'));
        Assert.StartsWith("::error file=", line, StringComparison.Ordinal);
        Assert.Contains("a%2Cb%3A100%25.json,line=1,col=35,title=SLOW3004::", line, StringComparison.Ordinal);
        Assert.Contains("50%25", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_is_a_table_that_no_name_breaks()
    {
        var run = await CheckAsync("markdown", "{ 'features': { 'on': { 'stable': '|<b>@me' } } }");

        Assert.StartsWith("### 1 flag: 1 error\n", run.Output, StringComparison.Ordinal);
        var row = run.Output.TrimEnd().Split('\n')[^1];
        Assert.StartsWith("| error | ", row, StringComparison.Ordinal);
        Assert.Equal(5, row.Count(letter => letter == '|'));
        Assert.DoesNotContain("<b>", row, StringComparison.Ordinal);
        Assert.DoesNotContain("@me", row, StringComparison.Ordinal);
    }

    private Task<Run> CheckAsync(string format, string config)
    {
        var path = _workspace.Write("app.json", config.Replace('\'', '"'));
        return Workspace.RunAsync("check", path, "--schema", _workspace["app.schema.json"], "--format", format);
    }
}
