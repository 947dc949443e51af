using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Checking;

/// <summary>Mistakes in a schema are reported as in the build. Configs are checked only against what could be
/// read.</summary>
public sealed class CheckedSchemaTests : IDisposable
{
    private const string Misspelt = """
        {
          "properties": {
            "features": {
              "properties": {
                "on": { "$ref": "slowroll.schema.json#/$defs/bolean" },
                "off": { "$ref": "slowroll.schema.json#/$defs/boolean", "anyOf": [] }
              }
            }
          }
        }
        """;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("{", "(1,2): error SLOW1001: ")]
    [InlineData("[]", "(1,1): error SLOW1002: ")]
    public async Task A_schema_that_can_not_be_read_is_reported_at_its_place(string schema, string problem)
    {
        var path = _workspace.Write("app.schema.json", schema);

        var run = await CheckAsync("{}");

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.StartsWith(path + problem, run.Findings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iso-8859-1",
        "(2,6): error SLOW1001: The schema is not JSON: these bytes are not UTF-8. Save the schema as UTF-8.")]
    [InlineData("utf-16", "(1,1): error SLOW1001: The schema is not JSON: this is UTF-16. Save the schema as UTF-8.")]
    public async Task A_schema_in_another_encoding_is_an_error_as_it_is_to_the_build(string encoding, string problem)
    {
        var path = _workspace["app.schema.json"];
        await File.WriteAllTextAsync(
            path, "{\n \"café\": 1, \"properties\": {} }", System.Text.Encoding.GetEncoding(encoding));

        var run = await CheckAsync("{}");

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.StartsWith(path + problem, run.Findings, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(5,25): error SLOW1008: ")]
    [InlineData("(6,65): warning SLOW1010: ")]
    public async Task Every_mistake_of_a_schema_that_can_be_read_is_reported_too(string problem)
    {
        var path = _workspace.Write("app.schema.json", Misspelt);

        var run = await CheckAsync("""{ "features": { "on": { "stable": "yes" }, "off": { "stable": true } } }""");

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.Contains(path + problem, run.Findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_default_that_is_no_rollout_is_reported_at_its_place()
    {
        var path = _workspace.Write("app.schema.json", """
            { "properties": { "features": { "properties": { "on": {
              "$ref": "slowroll.schema.json#/$defs/boolean",
              "default": { "stable": false, "duration": "1d" }
            } } } } }
            """);

        var run = await CheckAsync("{}");

        Assert.Contains($"{path}(3,33): warning SLOW3013: ", run.Findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_that_two_configs_name_is_reported_once()
    {
        _workspace.Write("app.schema.json", "{");
        var one = _workspace.Write("one.json", """{ "$schema": "./app.schema.json" }""");
        var two = _workspace.Write("two.json", """{ "$schema": "./app.schema.json" }""");

        var run = await Workspace.RunAsync("check", one, two);

        Assert.Single(run.Findings.Split('\n'), line => line.Contains("SLOW1001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_collide_as_they_do_in_the_class_that_the_build_names_after_the_file()
    {
        _workspace.Write("app.schema.json", """
            { "properties": { "features": { "properties": {
              "app": { "$ref": "slowroll.schema.json#/$defs/boolean" },
              "app_flag": { "$ref": "slowroll.schema.json#/$defs/boolean" }
            } } } }
            """);

        Assert.Contains("(3,3): error SLOW1004: ", (await CheckAsync("{}")).Output, StringComparison.Ordinal);
    }

    private Task<Run> CheckAsync(string config) =>
        Workspace.RunAsync("check", _workspace.Write("app.json", config), "--schema", _workspace["app.schema.json"]);
}
