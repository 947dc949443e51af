using System.Text;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Checking;

/// <summary>Configs are checked against schemas as the build checks snapshots.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public CheckCommandTests() => Write("app.schema.json", Workspace.Schema);

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_config_without_mistakes_is_not_reported()
    {
        var config = Write("app.json", """{ "features": { "on": { "stable": true } } }""");

        Assert.Equal("", (await CheckAsync(config, "app.schema.json")).Findings);
    }

    [Fact]
    public async Task A_value_of_another_type_is_an_error_at_its_line_and_column()
    {
        var config = Write("app.json", "{\n  \"features\": {\r\n    \"on\": { \"stable\": \"yes\" }\n  }\n}");

        var run = await CheckAsync(config, "app.schema.json");

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.StartsWith(
            $"{config}(3,23): error SLOW3004: \"stable\" of flag 'features.on' must be true or false",
            run.Findings,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_alone_are_a_success()
    {
        var config = Write("app.json", """{ "features": { "on": { "stable": true }, "off": { "stable": true } } }""");

        var run = await CheckAsync(config, "app.schema.json");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.StartsWith($"{config}(1,43): warning SLOW3002: app.schema.json does not declare", run.Findings,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_flag_is_an_info()
    {
        var run = await CheckAsync(Write("app.json", "{}"), "app.schema.json");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains(": info SLOW3003: ", run.Findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_is_off_stays_off() =>
        Assert.Equal("",
            (await CheckAsync(
                Write("app.json", """{ "features": { "on": { "stable": true, } } }"""), "app.schema.json")).Findings);

    [Fact]
    public async Task A_config_that_is_no_JSON_is_reported_where_it_ends()
    {
        var run = await CheckAsync(Write("app.json", "{ \"features\": "), "app.schema.json");

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.Contains("app.json(1,15): error SLOW3001: ", run.Findings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iso-8859-1", "(1,7): error SLOW3001: The config can't be read: these bytes are not UTF-8.")]
    [InlineData("utf-16", "(1,1): error SLOW3001: The config can't be read: this is UTF-16.")]
    [InlineData("utf-16BE", "(1,1): error SLOW3001: The config can't be read: this is UTF-16.")]
    public async Task A_config_in_another_encoding_is_an_error_as_the_running_program_refuses_it(
        string encoding, string error)
    {
        var config = _workspace["app.json"];
        await File.WriteAllTextAsync(config, """{ "café": {} }""", Encoding.GetEncoding(encoding));

        var run = await CheckAsync(config, "app.schema.json");

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.StartsWith(config + error, run.Findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sign_for_what_can_not_be_read_is_a_letter_like_any_other_where_it_was_written()
    {
        var config = Write("app.json", "{ \"features\": { \"\uFFFD\": { \"stable\": true } } }");

        Assert.DoesNotContain(
            "SLOW3001", (await CheckAsync(config, "app.schema.json")).Findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_does_not_count()
    {
        var config = _workspace["app.json"];
        await File.WriteAllTextAsync(config, """{ "features": { "on": { "stable": 1 } } }""",
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.StartsWith($"{config}(1,35): error SLOW3004", (await CheckAsync(config, "app.schema.json")).Findings,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_config_that_is_named_twice_is_reported_once()
    {
        var config = Write("app.json", """{ "features": { "on": { "stable": 1 } } }""");

        var run = await Workspace.RunAsync(
            "check", config, _workspace["./app.json"], config, "--schema", _workspace["app.schema.json"]);

        Assert.Single(run.Findings.TrimEnd().Split('\n'));
    }

    private Task<Run> CheckAsync(string config, string schema) =>
        Workspace.RunAsync("check", config, "--schema", _workspace[schema]);

    private string Write(string file, string text) => _workspace.Write(file, text);
}
