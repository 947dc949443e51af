using System.Globalization;
using Slowroll.Generators.Tests.Compiling;
using static Slowroll.Generators.Tests.SchemaAnalyzerTest;

namespace Slowroll.Generators.Tests.Reading;

public class KeywordCheckTests
{
    [Theory]
    [InlineData("#/$defs/Nowhere")]
    [InlineData("#anchor")]
    [InlineData("slowroll.schema.json")]
    [InlineData("slowroll.schema.json#/$defs/text")]
    [InlineData("https://example.com/slowroll.schema.json#/$defs/boolean")]
    [InlineData("//example.com/slowroll.schema.json#/$defs/boolean")]
    [InlineData("other.json#/$defs/boolean")]
    public Task Survive_77_a_reference_that_leads_nowhere_is_reported(string reference) =>
        AssertReportsInMembers("SLOW1008", $$"""
            "a": { "$ref": [|"{{reference}}"|] }
            """);

    [Fact]
    public Task Survive_77_a_circle_is_reported_where_it_closes() => AssertReports("SLOW1008", """
        {
          "properties": { "features": { "properties": { "a": { "$ref": "#/$defs/A" }, "b": { "$ref": "#/$defs/A" } } } },
          "$defs": { "A": { "$ref": "#/$defs/B" }, "B": { "allOf": [{ "$ref": [|"#/$defs/A"|] }] } }
        }
        """);

    [Fact]
    public Task Survive_77_a_chain_without_end_is_reported() => AssertReports("SLOW1008", $$"""
        {
          "properties": { "features": { "properties": { "a": { "$ref": "#/$defs/0" } } } },
          "$defs": {
            {{string.Concat(Enumerable.Range(0, 5_000).Select(i => $$"""
              "{{i}}": { "$ref": {{(i == 63 ? $"[|\"#/$defs/{i + 1}\"|]" : $"\"#/$defs/{i + 1}\"")}} },
              """))}}
          }
        }
        """);

    [Fact]
    public Task Definitions_that_double_at_every_step_are_read_in_no_time() => AssertReports("", $$"""
        {
          "properties": { "features": { "properties": { "a": { "$ref": "#/$defs/0" } } } },
          "$defs": {
            {{string.Concat(Enumerable.Range(0, 30).Select(i => $$"""
              "{{i}}": { "allOf": [{ "$ref": "#/$defs/{{i + 1}}" }, { "$ref": "#/$defs/{{i + 1}}" }] },
              """))}}
            "30": { "$ref": "slowroll.schema.json#/$defs/boolean" }
          }
        }
        """);

    [Theory]
    [InlineData("anyOf", "[]")]
    [InlineData("oneOf", "[]")]
    [InlineData("not", "{}")]
    [InlineData("if", "{}")]
    [InlineData("$dynamicRef", "\"#a\"")]
    [InlineData("unevaluatedProperties", "false")]
    [InlineData("unevaluatedItems", "false")]
    [InlineData("prefixItems", "[]")]
    public Task SLOW1010_a_keyword_that_is_not_read_is_reported_once(string keyword, string value) =>
        AssertReports("SLOW1010", $$"""
        {
          "properties": { "features": { "properties": { "a": { "$ref": "#/$defs/A" }, "b": { "$ref": "#/$defs/A" } } } },
          "$defs": { "A": { "allOf": [{ "$ref": "slowroll.schema.json#/$defs/boolean" }], [|"{{keyword}}"|]: {{value}} } }
        }
        """);

    [Theory]
    [InlineData("""{ [|"hashkey"|]: "host" }""")]
    [InlineData("""{ "name": "Fox", [|"hash_key"|]: "host", [|"owner"|]: "ada" }""")]
    public Task SLOW1010_an_unknown_member_of_x_slowroll_is_reported_at_its_name(string own) =>
        AssertReportsInMembers("SLOW1010", $$"""
        "a": { "$ref": "slowroll.schema.json#/$defs/boolean", "x-slowroll": {{own}} }
        """);

    [Fact]
    public Task SLOW1010_a_misspelled_hash_key_of_all_flags_is_reported() => AssertReports("SLOW1010", """
        {
          "x-slowroll": { [|"hashkey"|]: "host" },
          "properties": { "features": { "properties": { "a": { "$ref": "slowroll.schema.json#/$defs/boolean" } } } }
        }
        """);

    [Theory]
    [InlineData("string", "datetime", "a", "date-time")]
    [InlineData("string", "date_time", "a", "date-time")]
    [InlineData("string", "DateTime", "a", "date-time")]
    [InlineData("string", "Date", "a", "date")]
    [InlineData("string", "guid", "a", "uuid")]
    [InlineData("string", "url", "a", "uri")]
    [InlineData("integer", "int-64", "1", "int64")]
    [InlineData("number", "Decimal", "1", "decimal")]
    public async Task SLOW1010_a_format_that_is_similar_to_one_with_a_type_is_reported_with_that_one(
        string type, string format, string value, string meant)
    {
        var found = Assert.Single(await OneFlag
            .Project($$"""{ "type": "{{type}}", "format": "{{format}}" }""", type == "string" ? $"\"{value}\"" : value)
            .Analyze());

        Assert.Equal("SLOW1010", found.Id);
        Assert.Contains($"\"format\": \"{format}\" is not read", found.GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
        Assert.EndsWith(
            $" (did you mean '{meant}'?)", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("timespan")]
    [InlineData("TimeOnly")]
    public Task SLOW1010_a_format_that_is_a_type_of_CSharp_alone_is_reported_at_its_text(string format) =>
        AssertReports("SLOW1010", OneFlag.Schema($$"""{ "type": "string", "format": [|"{{format}}"|] }""", "\"a\""));

    [Theory]
    [InlineData("string", "email")]
    [InlineData("string", "iri")]
    [InlineData("string", "time")]
    [InlineData("string", "duration")]
    [InlineData("string", "uri-reference")]
    [InlineData("string", "my-own")]
    [InlineData("integer", "int32")]
    [InlineData("number", "float")]
    public Task A_format_without_a_type_is_not_reported(string type, string format) =>
        AssertReports(
            "",
            OneFlag.Schema($$"""{ "type": "{{type}}", "format": "{{format}}" }""", type == "string" ? "\"a\"" : "1"));

    [Fact]
    public async Task SLOW1010_says_what_to_do() => Assert.Equal(
        [
            "\"hashkey\" of \"x-slowroll\" is not read: there it has hashKey and name (did you mean 'hashKey'?)",
            "\"anyOf\" is not read: the generated code ignores it; say the same with type, enum, properties or allOf",
            "\"format\": \"timespan\" is not read: the value is a string like any other; the formats of a type of "
                + "their own are date-time, date, uri, uuid",
        ],
        (await TestProject.WithSchema(SampleSchemas.WithMembers("""
            "a": { "$ref": "slowroll.schema.json#/$defs/boolean", "x-slowroll": { "hashkey": "host" }, "anyOf": [] },
            "b": {
              "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
              "properties": { "stable": { "type": "string", "format": "timespan" } },
              "default": { "stable": "1" }
            }
            """)).Analyze()).OrderBy(found => found.Location.SourceSpan.Start).Select(found => found.GetMessage(CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("""
        "a": { "$ref": "slowroll.schema.json#/$defs/rollout", [|"properties"|]: { "stable": { "type": "boolean" } } }
        """)]
    [InlineData("""
        "a": {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
          "properties": { "stable": { "type": "boolean" } },
          [|"patternProperties"|]: { "^sta": { "const": true } }
        }
        """)]
    public Task Survive_77_what_an_editor_ignores_is_reported(string members) =>
        AssertReportsInMembers("SLOW1011", members);

    [Theory]
    [InlineData("^x-")]
    [InlineData("(")]
    [InlineData("^(s+)+!$")]
    public Task A_pattern_that_meets_no_property_is_no_trap(string pattern) => AssertReportsInMembers("", $$"""
        "a": {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/boolean" }],
          "properties": { "stable": { "type": "boolean" }, "{{new string('s', 60)}}": true },
          "patternProperties": { "{{pattern}}": {} }
        }
        """);
}
