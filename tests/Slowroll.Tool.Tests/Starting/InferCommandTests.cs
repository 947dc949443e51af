using System.Text;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Starting;

/// <summary>A schema is written for a live config, and a second run keeps what people wrote.</summary>
public sealed class InferCommandTests : IDisposable
{
    private const string Rollout = """ "end_time": "2030-03-09 09:00Z", "duration": "7d" """;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("true", "false", "$defs/boolean\"")]
    [InlineData("1", "2", "$defs/integer\"")]
    [InlineData("1", "2.5", "$defs/number\"")]
    [InlineData("1", "4000000000", "\"format\": \"int64\"")]
    [InlineData("null", "\"x\"", "\"type\": [\"string\", \"null\"]")]
    [InlineData("[1]", "[]", "\"type\": \"array\", \"items\": { \"type\": \"integer\" }")]
    [InlineData("[\"a\"]", "[\"b\", \"c\"]", "\"items\": { \"type\": \"string\" }")]
    [InlineData("""{ "a": 1 }""", """{ "a": 2, "b": [{ "c": true }] }""", "\"$ref\": \"#/$defs/X\"")]
    [InlineData("1", "\"x\"", "$defs/rollout\"")]
    [InlineData("[1, \"x\"]", "[]", "$defs/rollout\"")]
    [InlineData("""{ "a b": 1, "a_b": 2 }""", "{}", "$defs/rollout\"")] // two members would have one name
    public async Task The_type_is_that_of_both_values_and_the_config_fits_its_schema(
        string stable, string next, string type)
    {
        _workspace.Write("app.json", $$"""{ "f": { "x": { "stable": {{stable}}, "new": {{next}}, {{Rollout}} } } }""");

        var run = await Workspace.RunAsync("infer", _workspace["app.json"]);
        var check = await Workspace.RunAsync(
            "check", _workspace["app.json"], "--schema", _workspace["app.schema.json"], "--strict");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains(type, File.ReadAllText(_workspace["app.schema.json"]), StringComparison.Ordinal);
        Assert.Equal((ExitCode.Success, "1 flag, no problems.\n"), (check.ExitCode, check.Output));
    }

    [Fact]
    public async Task Settings_and_the_base_schema_come_with_it()
    {
        _workspace.Write("app.json", """{ "$slowroll": { }, "f": { "x": { "stable": 1 } } }""");

        await Workspace.RunAsync("infer", _workspace["app.json"]);

        Assert.Contains(
            "\"$slowroll\": { \"$ref\": \"slowroll.schema.json#/$defs/settings\" }",
            File.ReadAllText(_workspace["app.schema.json"]), StringComparison.Ordinal);
        Assert.True(File.Exists(_workspace["slowroll.schema.json"]));
    }

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", true)]
    public async Task A_second_run_adds_what_is_missing_and_keeps_every_other_byte(string lineEnd, bool hasMark)
    {
        _workspace.Write("app.json", """
            { "f": { "x": { "stable": 1 }, "y": { "stable": { "a": 1 } } }, "g": { "z": { "stable": true } } }
            """);
        var text = """
            {
            	// by hand
            	"properties": {
            		"f": { "properties": {
            			"x": { "$ref": "slowroll.schema.json#/$defs/number", "description": "é, mine" /* and this */ },
            		} },
            	},
            	"$defs": { "Y": { "enum": ["taken"] } }
            }
            """.ReplaceLineEndings(lineEnd);
        byte[] before = [.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];
        File.WriteAllBytes(_workspace["app.schema.json"], before);

        var run = await Workspace.RunAsync("infer", _workspace["app.json"]);

        var after = File.ReadAllBytes(_workspace["app.schema.json"]);
        Assert.Contains("changed: 2 flags declared (f.y, g.z)", run.Output, StringComparison.Ordinal);
        Assert.Equal(before.AsSpan(0, 40).ToArray(), after.AsSpan(0, 40).ToArray());
        var written = Encoding.UTF8.GetString(after);
        Assert.Contains("\"description\": \"é, mine\" /* and this */", written, StringComparison.Ordinal);
        Assert.Contains("\"Y2\": {", written, StringComparison.Ordinal);
        Assert.Equal(lineEnd == "\r\n", !written.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n'));
        Assert.Contains("not changed", (await Workspace.RunAsync("infer", _workspace["app.json"])).Output,
            StringComparison.Ordinal);
        Assert.Equal(after, File.ReadAllBytes(_workspace["app.schema.json"]));
    }

    [Fact]
    public async Task The_schema_that_the_config_names_is_taken()
    {
        Directory.CreateDirectory(_workspace["schemas"]);
        _workspace.Write("schemas/mine.json", """{ "properties": { } }""");
        _workspace.Write("app.json", """{ "$schema": "schemas/mine.json", "f": { "x": { "stable": 1 } } }""");

        await Workspace.RunAsync("infer", _workspace["app.json"]);

        Assert.Contains("\"x\"", File.ReadAllText(_workspace["schemas/mine.json"]), StringComparison.Ordinal);
        Assert.False(File.Exists(_workspace["app.schema.json"]));
    }

    [Fact]
    public async Task Two_texts_that_look_like_words_of_a_list_suggest_an_enum()
    {
        _workspace.Write("app.json", $$"""
            { "f": {
              "theme": { "stable": "light", "new": "dark", {{Rollout}} },
              "version": { "stable": "v1", "new": "v2", {{Rollout}} }
            } }
            """);

        var run = await Workspace.RunAsync("infer", _workspace["app.json"]);

        var suggestion = run.Output.Split('\n').Single(line => line.Contains("enum", StringComparison.Ordinal));
        Assert.StartsWith("f.theme: ", suggestion, StringComparison.Ordinal);
        Assert.Contains("\"Theme\": { \"enum\": [\"light\", \"dark\"] }", suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_the_standard_input_the_schema_is_printed()
    {
        var run = await Workspace.RunAsync("""{ "f": { "x": { "stable": 1 } } }""", ["infer", "-"]);

        Assert.StartsWith("{\n  \"$schema\": ", run.Output, StringComparison.Ordinal);
        Assert.Empty(_workspace.Files);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        _workspace.Write("app.json", """{ "f": { "x": { "stable": 1 } } }""");

        var run = await Workspace.RunAsync("infer", _workspace["app.json"], "--dry-run");

        Assert.Contains("not written (--dry-run)", run.Output, StringComparison.Ordinal);
        Assert.Equal(["app.json"], _workspace.Files);
    }

    [Theory]
    [InlineData("[]", "is no schema with \"properties\"")]
    [InlineData("{", "is no schema with \"properties\"")]
    [InlineData("{}", "is no schema with \"properties\"")]
    public async Task A_schema_that_can_not_be_read_stays_as_it_is(string schema, string message)
    {
        _workspace.Write("app.json", """{ "f": { "x": { "stable": 1 } } }""");
        _workspace.Write("app.schema.json", schema);

        var run = await Workspace.RunAsync("infer", _workspace["app.json"]);

        Assert.Equal(ExitCode.NotReadable, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(schema, File.ReadAllText(_workspace["app.schema.json"]));
    }

    [Fact]
    public async Task Names_that_are_no_identifiers_are_declared_without_a_type_of_their_own()
    {
        _workspace.Write(
            "app.json", """{ "f\"\n": { "\u202e": { "stable": { "a": 1 } }, "": { "stable": 1 } } }""");

        var run = await Workspace.RunAsync("infer", _workspace["app.json"]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.DoesNotContain('\u202e', run.Output);
        Assert.Contains("not changed", (await Workspace.RunAsync("infer", _workspace["app.json"])).Output,
            StringComparison.Ordinal);
    }
}
