using System.Text;

namespace Slowroll.Tool.Tests.Checking;

/// <summary>Configs are held against schemas as the build holds snapshots.</summary>
public sealed class CheckTests : IDisposable
{
    private const string Schema = """
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

    private readonly Workspace _workspace = new();

    public CheckTests() => Write("app.schema.json", Schema);

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_config_that_fits_passes_in_silence()
    {
        var config = Write("app.json", """{ "features": { "on": { "stable": true } } }""");

        Assert.Equal(new Run(ExitCode.Success, "", ""), await CheckAsync(config, "app.schema.json"));
    }

    [Fact]
    public async Task A_value_of_another_type_is_an_error_at_its_line_and_column()
    {
        var config = Write("app.json", "{\n  \"features\": {\r\n    \"on\": { \"stable\": \"yes\" }\n  }\n}");

        var run = await CheckAsync(config, "app.schema.json");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith($"{config}(3,23): error SLOW3004: \"stable\" of flag 'features.on' must be true or false", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_alone_are_a_success()
    {
        var config = Write("app.json", """{ "features": { "on": { "stable": true }, "off": { "stable": true } } }""");

        var run = await CheckAsync(config, "app.schema.json");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.StartsWith($"{config}(1,43): warning SLOW3002: app.schema.json does not know", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_only_good_to_know_is_an_info()
    {
        var run = await CheckAsync(Write("app.json", "{}"), "app.schema.json");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains(": info SLOW3003: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_is_off_stays_off() =>
        Assert.Equal("", (await CheckAsync(Write("app.json", """{ "features": { "on": { "stable": true, } } }"""), "app.schema.json")).Output);

    [Fact]
    public async Task A_config_that_is_no_JSON_is_told_where_it_ends()
    {
        var run = await CheckAsync(Write("app.json", "{ \"features\": "), "app.schema.json");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("app.json(1,15): error SLOW3001: ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("utf-16")]
    public async Task A_config_in_another_encoding_is_an_error_as_the_running_program_refuses_it(string encoding)
    {
        var config = _workspace["app.json"];
        await File.WriteAllTextAsync(config, """{ "café": {} }""", Encoding.GetEncoding(encoding));

        var run = await CheckAsync(config, "app.schema.json");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith($"{config}(1,1): error SLOW3001: The config can not be read: Its bytes are not UTF-8.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_does_not_count()
    {
        var config = _workspace["app.json"];
        await File.WriteAllTextAsync(config, """{ "features": { "on": { "stable": 1 } } }""", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.StartsWith($"{config}(1,35): error SLOW3004", (await CheckAsync(config, "app.schema.json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_schema_the_one_that_the_config_names_counts()
    {
        var config = Write("app.json", """{ "$schema": "./app.schema.json", "features": { "on": { "stable": 1 } } }""");

        Assert.Contains("error SLOW3004", (await Workspace.RunAsync("check", config)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/app.schema.json")]
    [InlineData("./gone.schema.json")]
    [InlineData("http://[")]
    public async Task Where_the_named_schema_does_not_lie_here_only_what_needs_none_is_looked_at(string reference)
    {
        var config = Write("app.json", $$"""{ "$schema": "{{reference}}", "features": { "on": { "stable": 1, "new": 2 } } }""");

        var run = await Workspace.RunAsync("check", config);

        Assert.Single(run.Output.TrimEnd().Split('\n'));
        Assert.Contains("error SLOW3005", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_schemas_each_config_has_its_own()
    {
        Write("shop.schema.json", Schema.Replace("boolean", "string", StringComparison.Ordinal));
        var app = Write("app.json", """{ "features": { "on": { "stable": true } } }""");
        var shop = Write("shop.live.json", """{ "features": { "on": { "stable": "yes" } } }""");

        var run = await Workspace.RunAsync("check", app, shop, "--schema", _workspace["shop.schema.json"], "--schema", _workspace["app.schema.json"]);

        Assert.Equal(new Run(ExitCode.Success, "", ""), run);
    }

    [Fact]
    public async Task A_config_that_may_belong_to_several_is_refused()
    {
        var shop = Write("shop.schema.json", Schema);

        var run = await Workspace.RunAsync("check", Write("config.json", "{}"), "--schema", shop, "--schema", _workspace["app.schema.json"]);

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.Contains("Nobody knows against which schema", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "(1,2): error SLOW1001: ")]
    [InlineData("[]", "(1,1): error SLOW1002: ")]
    public async Task A_schema_that_can_not_be_read_is_told_at_its_place(string schema, string problem)
    {
        var path = Write("broken.schema.json", schema);

        var run = await CheckAsync(Write("app.json", "{}"), "broken.schema.json");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith(path + problem, run.Output, StringComparison.Ordinal);
    }

    private Task<Run> CheckAsync(string config, string schema) => Workspace.RunAsync("check", config, "--schema", _workspace[schema]);

    private string Write(string file, string text)
    {
        File.WriteAllText(_workspace[file], text);
        return _workspace[file];
    }
}
