using Slowroll.Generators.Tests.Compiling;
using static Slowroll.Generators.Tests.Drift.DriftTest;

namespace Slowroll.Generators.Tests.Drift.Checks;

/// <summary>Values that are objects: the innermost wrong or misspelled member is reported.</summary>
public class ValueCheckTests
{
    private const string Box = """
        "properties": {
          "name": { "type": "string" },
          "width": { "type": "integer" },
          "inner": { "properties": { "color": { "type": "string" } } },
          "many": { "type": ["array", "null"], "items": { "properties": { "color": { "type": "string" } }, "additionalProperties": true } }
        },
        "required": ["name"]
        """;

    private static readonly string Schema = SampleSchemas.WithMembers($$"""
        "box": {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
          "properties": { "stable": { {{Box}} } },
          "default": { "stable": { "name": "a" } }
        }
        """);

    [Theory]
    [InlineData("SLOW3004", """{ [|"nmae"|]: "a" }""")]
    [InlineData("SLOW3004", """[|{ "title": "a" }|]""")]
    [InlineData("SLOW3007", """{ "name": "a", [|"widht"|]: 5 }""")]
    [InlineData("SLOW3007", """{ "name": "a", "inner": { [|"colour"|]: "red" } }""")]
    [InlineData("", """{ "name": "a", "many": [{ "colour": "red" }] }""")]
    [InlineData("", """{ "name": "a", "width": 5, "widht": 6, "depth": 7 }""")]
    public Task A_misspelled_member_is_reported_at_its_name(string rule, string marked) =>
        AssertReportsInBox(rule, marked);

    [Theory]
    [InlineData("""{ "nmae": "a" }""",
        """SLOW3004 "stable" of flag 'features.box' must be an object with "name" (did you mean that by "nmae"?), as the schema says; it is {"nmae":"a"}""")]
    [InlineData("""{ "title": "a" }""",
        """SLOW3004 "stable" of flag 'features.box' must be an object with "name", as the schema says; it is {"title":"a"}""")]
    [InlineData("""{ "name": "a", "width": "5" }""",
        """SLOW3004 "stable.width" of flag 'features.box' must be a whole number of 32 bits ("format": "int64" allows 64), or null, as the schema says; it is "5".""")]
    [InlineData("""{ "name": "a", "inner": { "colour": "red" } }""",
        """SLOW3007 "stable.inner.colour" of flag 'features.box' is no member that the schema declares and is not read (did you mean 'color'?)""")]
    public async Task A_message_names_the_inner_member(string value, string message) => Assert.Equal(
        [message.TrimEnd('.')],
        await Messages(
            new(TestFile.Schema(Schema), TestFile.Config($$"""{ "features": { "box": { "stable": {{value}} } } }"""))));

    private static Task AssertReportsInBox(string rule, string marked) =>
        AssertReports(rule, $$"""{ "features": { "box": { "stable": {{marked}} } } }""", Schema);
}
