using System.Globalization;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Promises;
using static Slowroll.Generators.Tests.SchemaAnalyzerTest;

namespace Slowroll.Generators.Tests.Reading;

public class FlagReaderTests
{
    [Theory]
    [InlineData("""[|"a"|]: { "type": "boolean" }""")]
    [InlineData("""[|"a"|]: true""")]
    [InlineData("""[|"a"|]: 5""")]
    [InlineData("""
        "a": { "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }], "properties": { "stable": { "type": [|"bool"|] } } }
        """)]
    [InlineData("""
        "a": { "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }], "properties": { "stable": { "type": [[|"list"|], "null"] } } }
        """)]
    [InlineData("""
        "a": {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
          "properties": { "stable": { "type": "string" }, "new": [|{ "type": "integer" }|] }
        }
        """)]
    [InlineData("""
        "a": {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
          "properties": { "stable": [|{ "$ref": "slowroll.schema.json#/$defs/boolean" }|] }
        }
        """)]
    public Task SLOW1003_a_value_type_that_is_not_supported_is_reported(string members) =>
        AssertReportsInMembers("SLOW1003", members);

    [Theory]
    [InlineData("""{ "enum": [|[]|] }""")]
    [InlineData("""{ "enum": [|[null]|] }""")]
    [InlineData("""{ "enum": ["a", [|7|]] }""")]
    [InlineData("""{ "enum": ["a", [|"🦊"|]] }""")]
    [InlineData("""{ "enum": ["extra-large", [|"extra large"|]] }""")]
    [InlineData("""{ "enum": ["a", [|"a"|]] }""")]
    public Task Survive_79_an_enum_that_has_no_C_sharp_names_is_reported_at_the_value(string values) =>
        AssertReportsInMembers(
            "SLOW1003",
            $$"""
        "a": { "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }], "properties": { "stable": {{values}} }, "default": { "stable": "a" } }
        """);

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "x-y": {}, [|"x_y"|]: {} } }""")]
    [InlineData("""{ "type": "object", "properties": { [|"🦊"|]: {} } }""")]
    public Task Members_of_a_record_need_names_of_their_own(string type) => AssertReportsInMembers(
        "SLOW1003",
        $$"""
        "a": { "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }], "properties": { "stable": {{type}} }, "default": { "stable": {} } }
        """);

    [Fact]
    public Task A_record_that_requires_what_it_does_not_have_is_reported() => AssertReportsInMembers("SLOW1003", """
        "a": {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
          "properties": { "stable": { "type": "object", "properties": { "text": {} }, "required": ["text", [|"txet"|]] } },
          "default": { "stable": { "text": 1 } }
        }
        """);

    [Fact]
    public Task Two_types_of_one_name_are_reported() => AssertReportsInMembers("SLOW1003", """
        "a": {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
          "properties": { "stable": { "enum": ["x"] }, "new": [|{ "enum": ["x", "y"] }|] },
          "default": { "stable": "x" }
        }
        """);

    [Fact]
    public Task A_mistake_in_a_type_is_reported_once_however_many_flags_have_it() =>
        AssertReports("SLOW1003", SampleSchemas.WithMembers("""
        "a": {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
          "properties": { "stable": { "$ref": "#/properties/features/properties/b/properties/stable" } },
          "default": { "stable": "x" }
        },
        "b": {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
          "properties": { "stable": { "enum": ["x", [|"X"|]] } },
          "default": { "stable": "x" }
        }
        """));

    [Theory]
    [InlineData("""{ "enum": ["a", "b"] }""", "[|\"c\"|]")]
    [InlineData("""{ "type": "array", "items": { "type": "integer" } }""", "[1, [|1.5|]]")]
    [InlineData("""{ "items": { "type": "integer" } }""", "[1, [|1.5|]]")]
    [InlineData("""{ "type": "object", "properties": { "n": { "type": "integer" } } }""", "{ \"n\": [|\"one\"|] }")]
    [InlineData(
        """{ "type": "object", "properties": { "n": { "type": ["array", "null"], "items": { "type": "integer" } } } }""",
        "{ \"n\": [1, [|null|]] }")]
    [InlineData("""{ "type": "object", "required": ["n"], "properties": { "n": { "type": "integer" } } }""", "[|{}|]")]
    public Task Survive_78_a_default_that_does_not_fit_its_enum_list_or_record_is_reported(
        string type, string @default) => AssertReportsInMembers(
        "SLOW1007",
        $$"""
        "a": { "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }], "properties": { "stable": {{type}} }, "default": { "stable": {{@default}} } }
        """);

    [Fact]
    public Task Survive_78_a_members_default_that_does_not_fit_is_reported() => AssertReportsInMembers("SLOW1007", """
        "a": {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
          "properties": { "stable": { "type": "object", "properties": { "n": { "type": "integer", "default": [|"one"|] } } } },
          "default": { "stable": {} }
        }
        """);

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "inner": [|{ "$ref": "#/$defs/T" }|] } }""")]
    [InlineData("""{ "type": "array", "items": [|{ "$ref": "#/$defs/T" }|] }""")]
    public Task Survive_77_a_type_that_is_a_part_of_itself_is_reported(string type) => AssertReports("SLOW1008", $$$"""
        {
          "properties": {
            "features": {
              "properties": {
                "a": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "$ref": "#/$defs/T" } },
                  "default": { "stable": [] }
                }
              }
            }
          },
          "$defs": { "T": {{{type}}} }
        }
        """);

    [Theory]
    [InlineData("opt-foo")]
    [InlineData("optFoo")]
    [InlineData("opt.foo")]
    public Task Survive_72_two_flags_of_one_name_are_reported_at_both(string other) => AssertCollide("opt_foo", other);

    [Theory]
    [InlineData("opt_foo", "OPT_FOO")]
    [InlineData("opt_foo", "Opt_Foo")]
    [InlineData("\u00e9tat", "\u00c9TAT")]
    public Task Survive_73_two_flags_that_differ_in_case_only_are_reported_at_both(string one, string other) =>
        AssertCollide(one, other);

    [Fact]
    public void Survive_73_two_flags_whose_names_differ_in_case_only_compile() =>
        CompilingTests.AssertCompiles(TestProject.WithSchema(
            SampleSchemas.WithMembers("""
            "a_b": { "$ref": "slowroll.schema.json#/$defs/boolean" },
            "ab": { "$ref": "slowroll.schema.json#/$defs/boolean" }
            """)));

    private static Task AssertCollide(string one, string other) => AssertReportsInMembers("SLOW1004", $$"""
        [|"{{one}}"|]: { "$ref": "slowroll.schema.json#/$defs/boolean" },
        [|"{{other}}"|]: { "$ref": "slowroll.schema.json#/$defs/boolean" }
        """);

    [Fact]
    public Task Survive_72_a_collision_ends_when_one_is_renamed() => AssertReportsInMembers("", """
        "opt_foo": { "$ref": "slowroll.schema.json#/$defs/boolean" },
        "opt-foo": { "$ref": "slowroll.schema.json#/$defs/boolean", "x-slowroll": { "name": "OptFooAgain" } }
        """);

    [Theory]
    [InlineData("""[|"🦊"|]: { "$ref": "slowroll.schema.json#/$defs/boolean" }""")]
    [InlineData("""[|""|]: { "$ref": "slowroll.schema.json#/$defs/boolean" }""")]
    [InlineData("""
        "a": { "$ref": "slowroll.schema.json#/$defs/boolean", "x-slowroll": { "name": [|"not_pascal"|] } }
        """)]
    [InlineData("""
        "a": { "$ref": "slowroll.schema.json#/$defs/boolean", "x-slowroll": { "name": [|5|] } }
        """)]
    [InlineData("""
        "a": { "$ref": "slowroll.schema.json#/$defs/boolean", "x-slowroll": { "hashKey": [|"-"|] } }
        """)]
    public Task Survive_75_a_text_that_makes_no_name_is_reported(string members) =>
        AssertReportsInMembers("SLOW1005", members);

    [Theory]
    [InlineData("""[|"a"|]: { "$ref": "slowroll.schema.json#/$defs/string" }""")]
    [InlineData("""
        [|"a"|]: {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
          "properties": { "stable": { "type": "string", "format": "date" } }
        }
        """)]
    public Task SLOW1006_a_missing_default_is_reported(string members) => AssertReportsInMembers("SLOW1006", members);

    [Theory]
    [InlineData("boolean", """[|false|]""")]
    [InlineData("boolean", """{ "new": true }""", true)]
    [InlineData("boolean", """{ "stable": [|"false"|] }""")]
    [InlineData("boolean", """{ "stable": [|null|] }""")]
    [InlineData("integer", """{ "stable": [|1.5|] }""")]
    [InlineData("integer", """{ "stable": [|2147483648|] }""")]
    [InlineData("number", """{ "stable": [|1e999|] }""")]
    [InlineData("string", """{ "stable": [|5|] }""")]
    public Task Survive_78_a_default_of_another_type_is_reported(string form, string @default, bool whole = false) =>
        AssertReportsInMembers("SLOW1007", $$"""
            "a": { "$ref": "slowroll.schema.json#/$defs/{{form}}", "default": {{(whole ? $"[|{@default}|]" : @default)}} }
            """);

    [Theory]
    [InlineData("date-time", "2025-01-31T12:00:00")]
    [InlineData("date-time", "yesterday")]
    [InlineData("date", "2025-02-30")]
    [InlineData("uri", "/etc/passwd")]
    [InlineData("uri", "example.com")]
    [InlineData("uuid", "{6f9619ff-8b86-d011-b42d-00cf4fc964ff}")]
    [InlineData("uuid", " 6f9619ff-8b86-d011-b42d-00cf4fc964ff")]
    public Task Survive_78_a_default_that_does_not_fit_its_format_is_reported(string format, string stable) =>
        AssertReportsInMembers("SLOW1007", $$"""
            "a": {
              "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
              "properties": { "stable": { "type": "string", "format": "{{format}}" } },
              "default": { "stable": [|"{{stable}}"|] }
            }
            """);

    [Fact]
    public async Task A_message_names_the_flag_and_what_to_do()
    {
        var project = TestProject.WithSchema(SampleSchemas.WithMembers("""
            "a_b": { "$ref": "slowroll.schema.json#/$defs/boolean" },
            "a-b": { "$ref": "slowroll.schema.json#/$defs/boolean" },
            "text": { "$ref": "slowroll.schema.json#/$defs/string" },
            """));

        Assert.Equal(
            [
                "Flag 'features.text' needs a default; add one, for example \"default\": { \"stable\": \"1.0\" }",
                "Flags 'features.a-b' and 'features.a_b' are both 'AB' in C#; rename one with \"x-slowroll\": { "
                    + "\"name\": \"AnotherName\" }",
                "Flags 'features.a_b' and 'features.a-b' are both 'AB' in C#; rename one with \"x-slowroll\": { "
                    + "\"name\": \"AnotherName\" }",
            ],
            (await project.Analyze()).Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_wrong_flag_does_not_affect_others()
    {
        var text = TestProject.WithSchema(SampleSchemas.WithMembers("""
            "🦊": { "$ref": "slowroll.schema.json#/$defs/boolean" },
            "no_type": { "type": "boolean" },
            "no_default": { "$ref": "slowroll.schema.json#/$defs/string" },
            "nowhere": { "$ref": "#/$defs/Nowhere" },
            "good": { "$ref": "slowroll.schema.json#/$defs/boolean" },
            "go-od": { "$ref": "slowroll.schema.json#/$defs/boolean", "x-slowroll": { "name": "Good" } },
            """)).Generate()["Acme.Web.AppFeatures.g.cs"];

        Assert.Equal(2, text.Split("private global::Slowroll.Flag<").Length);
        Assert.Contains("bool Good(string hashKey)", text, StringComparison.Ordinal);
    }
}
