using Microsoft.CodeAnalysis;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Schemas.Model;
using static Slowroll.Generators.Tests.Drift.DriftTest;

namespace Slowroll.Generators.Tests.Drift.Checks;

public class DeclarationCheckTests
{
    private const string Both = """ "on": { "stable": true }, "count": { "stable": 1 } """;

    [Theory]
    [InlineData($$"""{ "features": { {{Both}}, [|"onn"|]: { "stable": true } } }""")]
    [InlineData($$"""{ "features": { {{Both}} }, [|"limits"|]: { "a": { "stable": true } } }""")]
    [InlineData($$"""{ "features": { {{Both}} }, [|"version"|]: 3, [|"$schema"|]: 5 }""")]
    public Task SLOW3002_an_undeclared_name_is_reported_at_its_place(string marked) =>
        AssertReports("SLOW3002", marked);

    [Theory]
    [InlineData("true")]
    [InlineData("{}")]
    public Task SLOW3002_a_schema_that_allows_others_is_taken_at_its_word(string others) => AssertReports(
        "",
        """{ "features": { "a": { "stable": true, "owner": "me" }, "b": { "stable": 1 } }, "limits": { "c": { "stable": 1 } } }""",
        $$"""
        {
          "properties": { "features": { "properties": {
            "a": { "$ref": "slowroll.schema.json#/$defs/boolean", "additionalProperties": {{others}} }
          }, "additionalProperties": {{others}} } },
          "additionalProperties": {{others}}
        }
        """);

    [Fact]
    public async Task SLOW3002_names_a_similar_name_and_passes_the_place_to_a_fix()
    {
        var found = Assert.Single(await Analyze(new(
            TestFile.Schema(Schema), TestFile.Config($$"""{ "features": { {{Both}}, "cuont": { "stable": 5 } } }"""))));

        Assert.Equal(
            "app_features.schema.json does not declare the flag 'features.cuont' (did you mean 'count'?); declare it "
                + "there, or remove it here",
            found.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.Equal(
            ("features", "cuont", "/app/app_features.schema.json"),
            (found.Properties[FixHints.Section], found.Properties[FixHints.Key], found.Properties[FixHints.Schema]));
    }

    [Theory]
    [InlineData($$"""{ "features": { [|"onn"|]: { "stable": true }, "count": { "stable": 1 } } }""")]
    [InlineData($$"""{ [|"feature"|]: { {{Both}} } }""")]
    public Task SLOW3002_a_misspelled_name_is_not_reported_as_missing_too(string marked) =>
        AssertReports("SLOW3002", marked);

    [Theory]
    [InlineData("""{ [|"features"|]: { "count": { "stable": 1 } } }""")]
    [InlineData("""[|{|] }""")]
    public Task SLOW3003_a_missing_flag_is_reported_at_its_section(string marked) => AssertReports("SLOW3003", marked);

    [Fact]
    public async Task SLOW3003_a_flag_that_the_generator_refuses_is_declared_all_the_same() =>
        Assert.Empty(await Messages(new(
            TestFile.Schema(
                SampleSchemas.WithMembers(""" "a": { "type": "boolean" }, "b": { "$ref": "#/nowhere" } """)),
            TestFile.Config("""{ "features": { "a": { "stable": 1 }, "b": { "stable": 1 } } }"""))));

    [Theory]
    [InlineData("""{ "stable": [|"no"|] }""")]
    [InlineData("""{ "stable": [|null|], "new": true, "early_adopters": ["a"] }""")]
    [InlineData("""{ "stable": false, "new": [|1|], "early_adopters": ["a"] }""")]
    public Task SLOW3004_a_value_of_the_wrong_type_is_reported_at_the_value(string marked) =>
        AssertFlag("SLOW3004", marked);

    [Theory]
    [InlineData("""{ "sizes": [1, [|"two"|], "three"], "name": "a" }""")]
    [InlineData("""{ "sizes": [|1|], "name": "a" }""")]
    [InlineData("""{ "sizes": null, "name": [|null|] }""")]
    [InlineData("""[|{ "sizes": ["no", "name"] }|]""")]
    public Task SLOW3004_the_wrong_part_of_a_list_or_an_object_is_reported(string marked) => AssertReports(
        "SLOW3004",
        $$"""{ "features": { "box": { "stable": {{marked}} } } }""",
        SampleSchemas.WithMembers("""
            "box": {
              "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
              "properties": { "stable": {
                "required": ["name"],
                "properties": { "name": { "type": "string" }, "sizes": { "type": ["array", "null"], "items": { "type": "integer" } } }
              } },
              "default": { "stable": { "name": "a" } }
            }
            """));

    [Fact]
    public Task SLOW3004_a_text_that_should_be_a_number_is_not_reported_for_interpolation_too() => AssertReports(
        "SLOW3004",
        $$"""{ "features": { "on": { "stable": true }, "count": { "stable": 1, "new": [|"5"|], "interpolate": true, {{Schedule}} } } }""");

    [Theory]
    [InlineData("""{ "features": [|[]|] }""")]
    [InlineData("""{ "features": [|"all"|] }""")]
    public Task SLOW3004_a_section_that_is_no_object_is_reported_at_its_value(string marked) =>
        AssertReports("SLOW3004", marked);

    [Fact]
    public async Task SLOW3004_says_what_is_wanted_and_what_is_there() => Assert.Equal(
        ["""SLOW3004 "stable" of flag 'features.on' must be true or false, as the schema says; it is "no" """
            .TrimEnd()],
        await MessagesOf("""{ "stable": "no" }"""));

    [Theory]
    [InlineData("slowroll.schema.json", "slowroll.schema.json")]
    [InlineData("../base/slowroll.schema.json", "../base/slowroll.schema.json")]
    public async Task SLOW3021_settings_that_the_schema_does_not_declare_are_reported_with_the_line_to_add(
        string path, string expected)
    {
        var found = Assert.Single(await Analyze(new(
            TestFile.Schema(Schema.Replace("slowroll.schema.json", path, StringComparison.Ordinal)),
            TestFile.Config($$"""{ "$slowroll": { }, "features": { {{Both}} } }"""))));

        Assert.Equal(
            ("SLOW3021", DiagnosticSeverity.Info, 2),
            (found.Id, found.Severity, found.Location.SourceSpan.Start));
        Assert.Equal(
            "app_features.schema.json does not declare \"$slowroll\", so editors don't know what may stand in it; add "
                + $$"""
                "$slowroll": { "$ref": "{{expected}}#/$defs/settings" } to its "properties"
                """,
            found.GetMessage());
    }

    [Theory]
    [InlineData("", """{ "$slowroll": { } , "features": { """ + Both + """ } }""", true)]
    [InlineData("", """{ "features": { """ + Both + """ } }""", false)]
    [InlineData("SLOW3001", """{ "$slowroll": [|5|], "features": { """ + Both + """ } }""", false)]
    public Task SLOW3021_is_silent_where_the_schema_declares_settings_or_there_are_none(
        string rule, string marked, bool isDeclared) =>
        AssertReports(rule, marked, isDeclared ? SchemaWithSettings : Schema);

    [Fact]
    public Task SLOW3021_a_declaration_behind_a_reference_counts() => AssertReports(
        "",
        """{ "$slowroll": { }, "features": { } }""",
        """
        {
          "allOf": [{ "$ref": "#/$defs/settings" }],
          "properties": { "features": { "properties": { } } },
          "$defs": { "settings": { "properties": { "$slowroll": { "$ref": "slowroll.schema.json#/$defs/settings" } } } }
        }
        """);
}
