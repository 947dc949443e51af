using System.Globalization;
using Slowroll.Generators.Tests.Compiling;
using static Slowroll.Generators.Tests.SchemaAnalyzerTest;

namespace Slowroll.Generators.Tests.ValueTypes;

/// <summary>The members of a default that is an object: a misspelled name would lose its value.</summary>
public class MisspelledMemberTests
{
    private const string Box =
        """ "type": "object", "properties": { "color": { "type": "string" }, "width": { "type": "integer" } } """;

    [Theory]
    [InlineData($$"""{ {{Box}} }""", """{ [|"colour"|]: "red" }""")]
    [InlineData($$"""{ {{Box}} }""", """{ "color": "red", [|"witdh"|]: 1 }""")]
    [InlineData($$"""{ {{Box}}, "additionalProperties": false }""", """{ [|"Color"|]: "red" }""")]
    [InlineData($$"""{ "allOf": [{ {{Box}} }] }""", """{ [|"colr"|]: "red" }""")]
    [InlineData($$"""{ "type": "array", "items": { {{Box}} } }""", """[{}, { [|"colr"|]: "red" }]""")]
    [InlineData($$"""{ "type": "object", "properties": { "box": { {{Box}} } } }""",
        """{ "box": { [|"colr"|]: "red" } }""")]
    public Task Survive_78_a_misspelled_member_is_reported_at_its_name(string type, string @default) =>
        AssertReports("SLOW1007", OneFlag.Schema(type, @default));

    [Fact]
    public Task Survive_78_a_misspelled_member_of_a_members_default_is_reported() =>
        AssertReports("SLOW1007", OneFlag.Schema(
            $$"""{ "type": "object", "properties": { "box": { {{Box}}, "default": { [|"colr"|]: "red" } } } }""",
            "{}"));

    [Theory]
    [InlineData($$"""{ {{Box}} }""", """{ "height": 1 }""")]
    [InlineData($$"""{ {{Box}} }""", """{ "color": "red", "colour": "red" }""")]
    [InlineData($$"""{ {{Box}}, "additionalProperties": true }""", """{ "colour": "red" }""")]
    [InlineData($$"""{ {{Box}}, "additionalProperties": { "type": "string" } }""", """{ "colour": "red" }""")]
    [InlineData($$"""{ {{Box}}, "patternProperties": { "^colou": {} } }""", """{ "colour": "red" }""")]
    public Task Other_members_and_allowed_ones_are_not_reported(string type, string @default) =>
        AssertReports("", OneFlag.Schema(type, @default));

    [Fact]
    public async Task The_message_says_which_name_is_meant() => Assert.Equal(
        "The default of flag 'features.the_flag' does not fit: the schema says \"color\", not \"colour\"",
        Assert.Single(await OneFlag.Project($$"""{ {{Box}} }""", """{ "colour": "red" }""").Analyze())
            .GetMessage(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("""{ "type": "object" }""", "[|[]|]")]
    [InlineData("""{ "type": "object" }""", "[|null|]")]
    [InlineData("""{ "type": ["string", "integer"] }""", "[|1.5|]")]
    [InlineData("""{ "type": ["string", "integer"] }""", "[|{}|]")]
    [InlineData("""{ "type": "object", "required": ["a"] }""", "[|{}|]")]
    [InlineData("""{ "type": "object", "required": ["a"], "allOf": [{ "required": ["b"] }] }""", "[|{ \"a\": 1 }|]")]
    [InlineData("""{ "type": "integer", "minimum": 1, "allOf": [{ "minimum": 5 }] }""", "[|3|]")]
    public Task Survive_78_a_default_that_stays_JSON_is_checked_against_all_keywords(string type, string @default) =>
        AssertReports("SLOW1007", OneFlag.Schema(type, @default));

    [Theory]
    [InlineData("""{ "type": ["string", "integer"] }""", "1.0")]
    [InlineData("""{ "type": ["string", "integer"] }""", "1e400")]
    [InlineData("""{ "type": ["object", "null"] }""", "null")]
    [InlineData("""{ "type": ["string", "number", "boolean"] }""", "true")]
    [InlineData("""{ "required": ["a"] }""", "[]")]
    public Task Values_within_the_limits_are_not_reported(string type, string @default) =>
        AssertReports("", OneFlag.Schema(type, @default));
}
