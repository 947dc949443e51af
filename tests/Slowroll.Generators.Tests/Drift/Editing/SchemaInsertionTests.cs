using Slowroll.Generators.Tests.Compiling;
using Slowroll.Schemas.Drift.Editing;

namespace Slowroll.Generators.Tests.Drift.Editing;

public class SchemaInsertionTests
{
    private const string Schema = """
        {
          "type": "object",
          "properties": {
            "features": {
              "type": "object",
              "properties": {
                "on": { "$ref": "../base/slowroll.schema.json#/$defs/boolean" }
              },
              "additionalProperties": false
            }
          }
        }
        """;

    [Fact]
    public void A_flag_is_inserted_after_the_last_one_in_the_style_of_the_file() => Assert.Equal(
        """
        {
          "type": "object",
          "properties": {
            "features": {
              "type": "object",
              "properties": {
                "on": { "$ref": "../base/slowroll.schema.json#/$defs/boolean" },
                "cli": {
                  "$ref": "../base/slowroll.schema.json#/$defs/string",
                  "default": { "stable": "1.0" }
                }
              },
              "additionalProperties": false
            }
          }
        }
        """,
        Declare(Schema, "features", "cli", """{ "stable": "1.0", "new": "2.0" }"""));

    [Fact]
    public void A_section_is_declared_with_its_flag() => Assert.Contains(
        """
              "additionalProperties": false
            },
            "limits": {
              "type": "object",
              "properties": {
                "retries": {
                  "$ref": "../base/slowroll.schema.json#/$defs/integer",
                  "default": { "stable": 3 }
                }
              },
              "additionalProperties": false
            }
          }
        }
        """,
        Declare(Schema, "limits", "retries", """{ "stable": 3 }"""),
        StringComparison.Ordinal);

    [Fact]
    public void A_section_is_declared_with_all_that_it_has()
    {
        const string Config = """{ "limits": { "a": { "stable": 1 }, "b": 5, "c": { "stable": true } } }""";
        var insertion = SchemaInsertion.Declare(Schema, "limits", Config)!;

        Assert.Contains("\"a\": {", insertion.Text, StringComparison.Ordinal);
        Assert.Contains("\"c\": {", insertion.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"b\"", insertion.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tabs_carriage_returns_and_a_trailing_comma_stay_what_they_are() => Assert.Equal(
        ("{\r\n\t\"properties\": {\r\n\t\t\"features\": {\r\n\t\t\t\"properties\": {\r\n\t\t\t\t\"a\": {}, "
            + "// the last\r\n\t\t\t}\r\n\t\t}\r\n\t}\r\n}")
            .Replace(", //", ",\r\n\t\t\t\t\"b\": {\r\n\t\t\t\t\t\"$ref\": "
                + "\"slowroll.schema.json#/$defs/boolean\",\r\n\t\t\t\t\t\"default\": { \"stable\": true "
                + "}\r\n\t\t\t\t}, //",
                StringComparison.Ordinal),
        Declare("{\r\n\t\"properties\": {\r\n\t\t\"features\": {\r\n\t\t\t\"properties\": {\r\n\t\t\t\t\"a\": {}, // "
            + "the last\r\n\t\t\t}\r\n\t\t}\r\n\t}\r\n}", "features", "b", """{ "stable": true }"""));

    [Fact]
    public void One_line_stays_one_line() => Assert.Equal(
        """{ "properties": { "features": { "properties": { "a": {}, "b": { "$ref": "slowroll.schema.json#/$defs/boolean", "default": { "stable": true } } } } } }""",
        Declare("""{ "properties": { "features": { "properties": { "a": {} } } } }""", "features", "b",
            """{ "stable": true }"""));

    [Fact]
    public void An_empty_section_gets_its_first_flag() => Assert.Equal(
        """
        {
            "properties": {
                "features": { "properties": {
                    "b": {
                        "$ref": "slowroll.schema.json#/$defs/boolean",
                        "default": { "stable": true }
                    }
                } }
            }
        }
        """,
        Declare(
            """
            {
                "properties": {
                    "features": { "properties": {} }
                }
            }
            """, "features", "b", """{ "stable": true }"""));

    [Fact]
    public void A_section_behind_a_reference_is_found() => Assert.Contains(
        "\"a\": {}, \"b\": {",
        Declare(
            """{ "properties": { "features": { "$ref": "#/$defs/F" } }, "$defs": { "F": { "properties": { "a": {} } } } }""",
            "features", "b",
            """{ "stable": true }"""),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "stable": true }""", "$defs/boolean\"")]
    [InlineData("""{ "stable": "a", "new": "b" }""", "$defs/string\"")]
    [InlineData("""{ "stable": 1, "new": 2 }""", "$defs/integer\"")]
    [InlineData("""{ "stable": 1, "new": 2.5 }""", "$defs/number\"")]
    [InlineData("""{ "stable": 1, "new": 2147483648 }""", """{ "type": "integer", "format": "int64" }""")]
    [InlineData("""{ "stable": null, "new": "x" }""", """{ "type": ["string", "null"] }""")]
    [InlineData("""{ "stable": 3000000000, "new": null }""", """{ "type": ["integer", "null"], "format": "int64" }""")]
    [InlineData("""{ "stable": null }""", "$defs/rollout\"")]
    [InlineData("""{ "stable": 1, "new": "b" }""", "$defs/rollout\"")]
    [InlineData("""{ "stable": { "a": ["ü\"\\"] } }""", "$defs/rollout\"")]
    [InlineData("""{ "new": true }""", "$defs/boolean\"")]
    public async Task The_type_is_that_of_the_values_and_generator_and_drift_accept_it(string flag, string expected)
    {
        var schema = Declare(Schema, "features", "a \"key\"", flag);

        Assert.Contains(expected, schema, StringComparison.Ordinal);
        TestProject project = new(
            TestFile.Schema(schema),
            TestFile.Config($$"""{ "features": { "on": { "stable": true }, "a \"key\"": {{flag}} } }"""));
        Assert.Empty(await project.Analyze());
        Assert.DoesNotContain(await DriftTest.Analyze(project), each => each.Id is "SLOW3002" or "SLOW3004");
    }

    [Theory]
    [InlineData("not json", "features", "a")]
    [InlineData("{}", "features", "a")]
    [InlineData(Schema, "features", "on")]
    [InlineData("""{ "properties": { "features": { "type": "string" } } }""", "features", "a")]
    public void Where_there_is_no_place_nothing_is_inserted(string schema, string section, string key) => Assert.Null(
        SchemaInsertion.Declare(schema, section, key, $$"""{ "{{section}}": { "{{key}}": { "stable": 1 } } }"""));

    private static string Declare(string schema, string section, string key, string flag)
    {
        var name = System.Text.Json.JsonSerializer.Serialize(key);
        var insertion =
            SchemaInsertion.Declare(schema, section, key, $$"""{ "{{section}}": { {{name}}: {{flag}} } }""");

        Assert.NotNull(insertion);
        return schema.Insert(insertion.Position, insertion.Text);
    }
}
