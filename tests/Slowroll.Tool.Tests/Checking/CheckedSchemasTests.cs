using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Checking;

/// <summary>Which schema a config belongs to. Without one, nothing is checked, and that is an error.</summary>
public sealed class CheckedSchemasTests : IDisposable
{
    private const string WrongValue = """ "features": { "on": { "stable": 1 } } """;

    private readonly Workspace _workspace = new();

    public CheckedSchemasTests() => Write("app.schema.json", Workspace.Schema);

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task Without_a_schema_the_one_that_the_config_names_counts()
    {
        var config = Write("app.json", $$"""{ "$schema": "./app.schema.json", {{WrongValue}} }""");

        Assert.Contains("error SLOW3004", (await Workspace.RunAsync("check", config)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("./app.schema.jsn", "app.schema.jsn")]
    [InlineData("./APP.schema.json", "APP.schema.json")]
    [InlineData("../app.schema.json", "../app.schema.json")]
    public async Task A_named_schema_that_does_not_lie_there_is_an_error_with_its_full_path(
        string reference, string path)
    {
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS())
            return; // there a name's case doesn't count

        var config = Write("app.json", $$"""{ "$schema": "{{reference}}" }""");

        var run = await Workspace.RunAsync("check", config);

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.Equal(
            $"{config}(1,14): error SLOW3012: \"$schema\" says "
                + $"\"{reference}\", and there is no file '{Path.GetFullPath(_workspace[path])}'; "
                + "correct it, or name the schema with --schema",
            run.Findings.TrimEnd());
    }

    [Theory]
    [InlineData("https://example.com/app.schema.json")]
    [InlineData("http://[")]
    public async Task A_named_schema_that_is_no_file_is_an_error_and_is_not_fetched(string reference)
    {
        var config = Write("app.json", $$"""{ "$schema": "{{reference}}" }""");

        var run = await Workspace.RunAsync("check", config);

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.Equal(
            $"{config}(1,14): error SLOW3012: \"$schema\" says "
                + $"\"{reference}\", which is no file of this machine, and nothing is fetched; "
                + "name the schema with --schema",
            run.Findings.TrimEnd());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "$schema": 7 }""")]
    public async Task A_config_that_names_no_schema_is_an_error(string text)
    {
        var config = Write("app.json", text);

        var run = await Workspace.RunAsync("check", config);

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.Equal(
            $"{config}(1,1): error SLOW3012: It isn't known which schema this config belongs to, since it has no "
                + "\"$schema\"; name one with --schema",
            run.Findings.TrimEnd());
    }

    [Fact]
    public async Task Mistakes_that_need_no_schema_are_reported_without_one()
    {
        var run = await Workspace.RunAsync(
            "check", Write("app.json", """{ "features": { "on": { "stable": 1, "new": 2 } } }"""));

        Assert.Contains("error SLOW3005", run.Findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_config_that_is_no_JSON_nothing_else_is_reported()
    {
        var run = await Workspace.RunAsync("check", Write("app.json", "{"));

        Assert.Contains("error SLOW3001", Assert.Single(run.Findings.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_schemas_each_config_has_its_own()
    {
        Write("shop.schema.json", Workspace.Schema.Replace("boolean", "integer", StringComparison.Ordinal));
        var app = Write("app.json", """{ "features": { "on": { "stable": true } } }""");
        var shop = Write("shop.live.json", """{ "features": { "on": { "stable": 3 } } }""");

        var run = await Workspace.RunAsync(
            "check", app, shop, "--schema", _workspace["shop.schema.json"], "--schema", _workspace["app.schema.json"]);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Findings));
    }

    [Fact]
    public async Task A_config_that_may_belong_to_several_is_an_error()
    {
        var config = Write("config.json", "{}");
        var shop = Write("shop.schema.json", Workspace.Schema);

        var run = await Workspace.RunAsync(
            "check", config, "--schema", shop, "--schema", _workspace["app.schema.json"]);

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.Equal(
            $"{config}(1,1): error SLOW3012: It isn't known which of the schemas this config belongs to; check it "
                + "separately, with one --schema",
            run.Findings.TrimEnd());
    }

    [Fact]
    public async Task A_schema_that_is_named_twice_is_one()
    {
        var schema = _workspace["app.schema.json"];

        var run = await Workspace.RunAsync(
            "check", Write("config.json", """{ "features": { "on": { "stable": true } } }"""), "--schema", schema,
            "--schema", _workspace["./app.schema.json"]);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Findings));
    }

    private string Write(string file, string text) => _workspace.Write(file, text);
}
