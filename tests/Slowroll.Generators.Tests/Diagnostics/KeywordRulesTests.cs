using static Slowroll.Generators.Tests.Diagnostics.SchemaAnalyzerTest;

namespace Slowroll.Generators.Tests.Diagnostics;

public class KeywordRulesTests
{
    [Theory]
    [InlineData("#/$defs/Nowhere")]
    [InlineData("#anchor")]
    [InlineData("slowroll.schema.json")]
    [InlineData("slowroll.schema.json#/$defs/text")]
    [InlineData("https://example.com/slowroll.schema.json#/$defs/boolean")]
    [InlineData("//example.com/slowroll.schema.json#/$defs/boolean")]
    [InlineData("other.json#/$defs/boolean")]
    public Task Survive_77_a_reference_that_leads_nowhere_is_told(string reference) =>
        AssertReportsInMembers("SLOW1008", $$"""
            "a": { "$ref": [|"{{reference}}"|] }
            """);

    [Fact]
    public Task Survive_77_a_circle_is_told_where_it_closes() => AssertReports("SLOW1008", """
        {
          "properties": { "features": { "properties": { "a": { "$ref": "#/$defs/A" }, "b": { "$ref": "#/$defs/A" } } } },
          "$defs": { "A": { "$ref": "#/$defs/B" }, "B": { "allOf": [{ "$ref": [|"#/$defs/A"|] }] } }
        }
        """);

    [Fact]
    public Task Survive_77_a_chain_without_end_is_told() => AssertReports("SLOW1008", $$"""
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
    public Task SLOW1010_a_keyword_that_is_not_read_is_told_once(string keyword, string value) => AssertReports("SLOW1010", $$"""
        {
          "properties": { "features": { "properties": { "a": { "$ref": "#/$defs/A" }, "b": { "$ref": "#/$defs/A" } } } },
          "$defs": { "A": { "allOf": [{ "$ref": "slowroll.schema.json#/$defs/boolean" }], [|"{{keyword}}"|]: {{value}} } }
        }
        """);

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
    public Task Survive_77_what_an_editor_passes_over_is_told(string members) => AssertReportsInMembers("SLOW1011", members);

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
