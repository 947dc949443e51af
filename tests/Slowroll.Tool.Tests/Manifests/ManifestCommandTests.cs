using System.Text;
using System.Text.Json;
using Json.Schema;
using Slowroll.Tool.CommandLine;

namespace Slowroll.Tool.Tests.Manifests;

/// <summary>Schemas become manifests, and manifests schemas.</summary>
public sealed class ManifestCommandTests : IDisposable
{
    private const string Schema = """
        {
          "properties": {
            "$slowroll": { "$ref": "slowroll.schema.json#/$defs/settings" },
            "features": {
              "properties": {
                "on": { "$ref": "slowroll.schema.json#/$defs/boolean", "description": "Über \"on\"." },
                "name": { "$ref": "slowroll.schema.json#/$defs/string", "default": { "stable": "1.0" } },
                "slots": { "$ref": "slowroll.schema.json#/$defs/integer", "default": { "stable": 4 } },
                "rate": { "$ref": "slowroll.schema.json#/$defs/number", "default": { "stable": 0.5 } },
                "any": { "$ref": "slowroll.schema.json#/$defs/rollout", "default": { "stable": [1, { "a": null }] } },
                "long": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "type": "integer", "format": "int64" }, "new": { "type": "integer", "format": "int64" } },
                  "default": { "stable": 5000000000 }
                },
                "theme": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "enum": ["light", "dark"] }, "new": { "enum": ["light", "dark"] } },
                  "default": { "stable": "dark" }
                },
                "day": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "type": "string", "format": "date" }, "new": { "type": "string", "format": "date" } },
                  "default": { "stable": "2030-01-31" }
                },
                "banner": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "$ref": "#/$defs/Banner" }, "new": { "$ref": "#/$defs/Banner" } },
                  "default": { "stable": { "text": "Hi", "tags": ["a"] } }
                }
              }
            },
            "a.b": { "properties": { "c.d": { "$ref": "slowroll.schema.json#/$defs/boolean", "default": { "stable": true } } } }
          },
          "$defs": {
            "Banner": {
              "type": "object", "required": ["text"],
              "properties": {
                "text": { "type": "string", "description": "What it says." }, "width": { "type": "integer" },
                "until": { "type": ["string", "null"], "format": "date" }, "tags": { "type": "array", "items": { "type": "string" } }
              }
            }
          }
        }
        """;

    private static readonly JsonSchema ManifestSchema = JsonSchema.FromText(new StreamReader(
        typeof(ManifestCommandTests).Assembly.GetManifestResourceStream("flag-manifest.schema.json")!, Encoding.UTF8)
        .ReadToEnd());

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task A_schema_becomes_a_valid_manifest()
    {
        using var manifest = await GenerateAsync(Schema);

        AssertValid(manifest);
        var flags = manifest.RootElement.GetProperty("flags");
        Assert.Equal(
            "boolean string integer float object integer string string object boolean".Split(' '),
            flags.EnumerateObject().Select(flag => flag.Value.GetProperty("flagType").GetString()));
        Assert.Equal("Über \"on\".", flags.GetProperty("features.on").GetProperty("description").GetString());
        Assert.Equal(5000000000, flags.GetProperty("features.long").GetProperty("defaultValue").GetInt64());
        Assert.True(JsonElement.DeepEquals(
            JsonDocument.Parse("""
                { "type": "object", "required": ["text"], "properties": {
                  "text": { "type": "string" }, "width": { "type": "integer" }, "until": { "type": "string" },
                  "tags": { "type": "array", "items": { "type": "string" } } } }
                """).RootElement,
            flags.GetProperty("features.banner").GetProperty("schema")));
    }

    [Fact]
    public async Task A_round_trip_keeps_names_types_defaults_and_descriptions()
    {
        using var first = await GenerateAsync(Schema);
        _workspace.Write("m.json", first.RootElement.GetRawText());

        var imported = await Workspace.RunAsync(
            "import", "manifest", _workspace["m.json"], "-o", _workspace["s2.json"]);
        Assert.Equal((ExitCode.Success, ""), (imported.ExitCode, imported.Error));
        using var second = await GenerateAsync(await File.ReadAllTextAsync(_workspace["s2.json"]));

        Assert.True(
            JsonElement.DeepEquals(first.RootElement, second.RootElement), second.RootElement.GetRawText());
        var checkedSchema = await Workspace.RunAsync(
            "check", _workspace.Write("c.json", "{}"), "--schema", _workspace["s2.json"]);
        Assert.Equal(ExitCode.Success, checkedSchema.ExitCode);
        Assert.DoesNotContain("s2.json(", checkedSchema.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"minimum\": 1", "warning: A manifest has no 'minimum'.", ExitCode.Success)]
    [InlineData("\"deprecated\": true", "warning: A manifest can't say that a flag is deprecated.", ExitCode.Success)]
    [InlineData("\"examples\": [{ \"stable\": 1 }]", "warning: A manifest has no examples of", ExitCode.Success)]
    [InlineData("\"x-slowroll\": { \"hashKey\": \"user\" }", "what the hash key of a flag is", ExitCode.Success)]
    [InlineData("\"default\": { \"stable\": null }", "error: SLOW", ExitCode.Found)]
    public async Task What_a_manifest_can_not_say_is_reported(string member, string message, object exitCode)
    {
        _workspace.Write("s.json", $$"""
            { "properties": { "f": { "properties": {
              "one": { "$ref": "slowroll.schema.json#/$defs/integer", {{member}} },
              "two": { "$ref": "slowroll.schema.json#/$defs/boolean" } } } } }
            """);

        var run = await Workspace.RunAsync("generate", "manifest", _workspace["s.json"]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Matches(@"s\.json\(2,\d+\): ", run.Error);
        using var manifest = JsonDocument.Parse(run.Output);
        AssertValid(manifest);
    }

    [Theory]
    [InlineData("\"a\\nb\": { \"$ref\": \"slowroll.schema.json#/$defs/boolean\" }", "its name has a line break")]
    [InlineData(
        "\"n\": { \"allOf\": [{ \"$ref\": \"slowroll.schema.json#/$defs/rollout\" }], \"properties\": { \"stable\": { "
            + "\"type\": [\"string\", \"null\"] }, \"new\": { \"type\": [\"string\", \"null\"] } } }",
        "its default is null, which is no string")]
    public async Task A_flag_that_a_manifest_can_not_have_is_left_out_and_reported(string flag, string message)
    {
        _workspace.Write("s.json", $$"""{ "properties": { "f": { "properties": { {{flag}} } } } }""");

        var run = await Workspace.RunAsync("generate", "manifest", _workspace["s.json"]);

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse(run.Output);
        AssertValid(manifest);
    }

    [Theory]
    [InlineData("""{ "flagType": "boolean", "defaultValue": 1 }""", "its default is no boolean")]
    [InlineData("""{ "flagType": "integer", "defaultValue": 1.5 }""", "its default is no integer")]
    [InlineData("""{ "flagType": "integer", "defaultValue": 1e30 }""", "its default is no integer")]
    [InlineData("""{ "flagType": "text", "defaultValue": "" }""", "its \"flagType\" is none of boolean,")]
    [InlineData("""{ "defaultValue": "" }""", "its \"flagType\" is none of boolean,")]
    [InlineData("""{ "flagType": "string" }""", "it has no \"defaultValue\"")]
    [InlineData("[]", "it is no object")]
    public async Task A_flag_of_a_manifest_that_is_wrong_is_left_out_and_reported(string flag, string message)
    {
        var run = await ImportAsync(
            $$"""{ "flags": { "f.good": { "flagType": "boolean", "defaultValue": true }, "f.bad": {{flag}} } }""");

        Assert.Equal(ExitCode.Found, run.ExitCode);
        Assert.Contains($"error: This flag isn't imported: {message}", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"good\"", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"bad\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_numbers_of_all_sizes_are_imported()
    {
        var run = await ImportAsync("""
            { "flags": {
              "f.small": { "flagType": "integer", "defaultValue": 5.0 },
              "f.large": { "flagType": "integer", "defaultValue": 5e9 } } }
            """);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains("\"stable\": 5\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"stable\": 5000000000\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("int64", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_without_a_section_comes_to_one()
    {
        var run = await ImportAsync(
            """{ "flags": { "newBanner": { "flagType": "boolean", "defaultValue": true, "owner": "x" } }, "y": 1 }""",
            "--section", "web");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("'newBanner' has no section: it comes to 'web'.", run.Error, StringComparison.Ordinal);
        Assert.Contains("'owner' isn't imported.", run.Error, StringComparison.Ordinal);
        Assert.Contains("'y' isn't imported", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"web\": {", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "error: This is no JSON:")]
    [InlineData("[]", "error: A manifest is an object with \"flags\".")]
    [InlineData("{}", "error: A manifest has its flags in \"flags\", an object.")]
    [InlineData("""{ "flags": {} }""", "error: The manifest has no flag that can be imported.")]
    public async Task A_text_that_is_no_manifest_gives_no_schema(string text, string message)
    {
        var run = await ImportAsync(text);

        Assert.Equal((ExitCode.NotReadable, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private async Task<JsonDocument> GenerateAsync(string schema)
    {
        var run = await Workspace.RunAsync("generate", "manifest", _workspace.Write("s.json", schema));

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output);
    }

    private Task<Run> ImportAsync(string manifest, params string[] options) =>
        Workspace.RunAsync(["import", "manifest", _workspace.Write("m.json", manifest), .. options]);

    private static void AssertValid(JsonDocument manifest) =>
        Assert.True(ManifestSchema.Evaluate(manifest.RootElement).IsValid, manifest.RootElement.GetRawText());
}
