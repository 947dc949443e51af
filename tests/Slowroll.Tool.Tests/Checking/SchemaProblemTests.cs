namespace Slowroll.Tool.Tests.Checking;

/// <summary>What is wrong with a schema is told as the build tells it: what its mistakes leave unknown goes unchecked.</summary>
public sealed class SchemaProblemTests : IDisposable
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
    public async Task A_schema_that_can_not_be_read_is_told_at_its_place(string schema, string problem)
    {
        var path = _workspace.Write("app.schema.json", schema);

        var run = await CheckAsync("{}");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith(path + problem, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(5,25): error SLOW1008: ")]
    [InlineData("(6,65): warning SLOW1010: ")]
    public async Task Every_mistake_of_a_schema_that_can_be_read_is_told_too(string problem)
    {
        var path = _workspace.Write("app.schema.json", Misspelt);

        var run = await CheckAsync("""{ "features": { "on": { "stable": "yes" }, "off": { "stable": true } } }""");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains(path + problem, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_default_that_is_no_rollout_is_told_at_its_place()
    {
        var path = _workspace.Write("app.schema.json", """
            { "properties": { "features": { "properties": { "on": {
              "$ref": "slowroll.schema.json#/$defs/boolean",
              "default": { "stable": false, "duration": "1d" }
            } } } } }
            """);

        var run = await CheckAsync("{}");

        Assert.Contains($"{path}(3,33): warning SLOW3013: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_that_two_configs_name_is_told_once()
    {
        _workspace.Write("app.schema.json", "{");
        var one = _workspace.Write("one.json", """{ "$schema": "./app.schema.json" }""");
        var two = _workspace.Write("two.json", """{ "$schema": "./app.schema.json" }""");

        var run = await Workspace.RunAsync("check", one, two);

        Assert.Single(run.Output.Split('\n'), line => line.Contains("SLOW1001", StringComparison.Ordinal));
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
