using Slowroll.Generators.Tests.Compiling;
using static Slowroll.Generators.Tests.SchemaAnalyzerTest;

namespace Slowroll.Generators.Tests.Reading;

/// <summary>A default is checked against all that the schema says about it, as the editor checks the config.</summary>
public class ValueLimitsTests
{
    [Theory]
    [InlineData("""{ "type": "integer", "minimum": 1 }""", "[|0|]")]
    [InlineData("""{ "type": "number", "exclusiveMinimum": 0 }""", "[|0.0|]")]
    [InlineData("""{ "type": "integer", "maximum": 10 }""", "[|11|]")]
    [InlineData("""{ "type": "number", "exclusiveMaximum": 1 }""", "[|1|]")]
    [InlineData("""{ "type": "number", "maximum": 1e300 }""", "[|1e301|]")]
    [InlineData("""{ "type": "string", "minLength": 2 }""", "[|\"🦊\"|]")]
    [InlineData("""{ "type": "string", "maxLength": 2 }""", "[|\"abc\"|]")]
    [InlineData("""{ "type": "string", "pattern": "^v[0-9]+$" }""", "[|\"1.0\"|]")]
    [InlineData("""{ "type": "array", "minItems": 1 }""", "[|[]|]")]
    [InlineData("""{ "type": "array", "maxItems": 1 }""", "[|[1, 2]|]")]
    [InlineData("""{ "type": "integer", "enum": [1, 2] }""", "[|3|]")]
    [InlineData("""{ "type": "integer", "const": 1 }""", "[|2|]")]
    [InlineData("""{ "const": "only" }""", "[|\"other\"|]")]
    [InlineData("""{ "type": ["string", "null"], "enum": ["a"] }""", "[|null|]")]
    [InlineData("""{ "type": "array", "items": { "type": "integer", "minimum": 1 } }""", "[1, [|0|]]")]
    [InlineData("""{ "type": "object", "properties": { "n": { "type": "integer", "minimum": 1 } } }""",
        "{ \"n\": [|0|] }")]
    [InlineData("""{ "allOf": [{ "type": "integer", "minimum": 1 }] }""", "[|0|]")]
    [InlineData("""{ "type": "object", "properties": { "n": {} }, "additionalProperties": false }""",
        "{ \"n\": 1, [|\"m\"|]: 1 }")]
    [InlineData("""{ "items": { "properties": { "n": {} }, "additionalProperties": false } }""",
        "[{}, { [|\"m\"|]: 1 }]")]
    public Task Survive_78_a_default_beyond_its_limits_is_reported_at_the_part_that_is(string type, string @default) =>
        AssertReports("SLOW1007", OneFlag.Schema(type, @default));

    [Theory]
    [InlineData("""{ "type": "integer", "minimum": 1, "maximum": 1 }""", "1")]
    [InlineData("""{ "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1 }""", "0.5")]
    [InlineData("""{ "type": "string", "minLength": 1, "maxLength": 1 }""", "\"🦊\"")]
    [InlineData("""{ "type": "string", "pattern": "[0-9]" }""", "\"v1\"")]
    [InlineData("""{ "type": "number", "maximum": 1e999 }""", "1e301")]
    [InlineData("""{ "type": "string", "pattern": "(" }""", "\"any\"")]
    [InlineData("""{ "type": "integer", "const": 1 }""", "1.0")]
    [InlineData("""{ "enum": ["a", null] }""", "null")]
    [InlineData("""{ "type": "object", "properties": { "n": { "type": "integer", "minimum": 1 } } }""",
        "{ \"other\": 0 }")]
    [InlineData("""{ "type": ["integer", "null"], "minimum": 1 }""", "null")]
    public Task A_default_within_its_limits_is_fine(string type, string @default) =>
        AssertReports("", OneFlag.Schema(type, @default));

    [Fact]
    public Task Survive_78_the_default_of_a_flag_without_one_has_limits_too() => AssertReportsInMembers("SLOW1007", """
        [|"a"|]: { "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }], "properties": { "stable": { "type": "integer", "minimum": 1 } } }
        """);

    [Fact]
    public Task Survive_78_a_members_default_has_its_limits_too() => AssertReports("SLOW1007", OneFlag.Schema(
        """{ "type": "object", "properties": { "n": { "type": "integer", "minimum": 1, "default": [|0|] } } }""",
        "{}"));

    [Fact]
    public async Task The_message_says_what_the_schema_says() => Assert.Equal(
        "The default of flag 'features.the_flag' does not fit: the schema says \"minimum\": 1",
        Assert.Single(await OneFlag.Project("""{ "type": "integer", "minimum": 1 }""", "0").Analyze())
            .GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_form_of_the_base_schema_keeps_its_type_when_it_gets_limits()
    {
        var text = TestProject.WithSchema(SampleSchemas.WithMembers("""
            "retries": {
              "allOf": [{ "$ref": "slowroll.schema.json#/$defs/integer" }],
              "properties": { "stable": { "minimum": 1 }, "new": { "minimum": 1 } },
              "default": { "stable": 3 }
            }
            """)).Generate()["Acme.Web.AppFeatures.g.cs"];

        Assert.Contains("public int Retries(string hashKey)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_running_program_reads_values_outside_the_limits()
    {
        var (value, reason, _) = new OneFlag(OneFlag.Project("""{ "type": "integer", "minimum": 1 }""", "1")).Ask("0");

        Assert.Equal((0, EvaluationReason.NoNew), (value, reason));
    }
}
