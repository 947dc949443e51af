using System.Globalization;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Diagnostics;

public class SchemaAnalyzerTests
{
    [Fact]
    public async Task Good_schemas_are_passed_in_silence()
    {
        Assert.Empty(await TestProject.WithSchema(SampleSchemas.Small).Analyze());
        Assert.Empty(await TestProject.WithSchema(SampleSchemas.Rich).Analyze());
    }

    [Fact]
    public async Task Files_that_are_no_schema_of_ours_are_left_alone() =>
        Assert.Empty(await new TestProject(
            new TestFile("/app/other.json", "not json"),
            new TestFile("/app/config.json", "not json", ("Kind", "config"))).Analyze());

    [Theory]
    [InlineData("{\n  \"properties\": { \"🦊\": [|}|]")]
    [InlineData("[|<|]html>captive portal</html>")]
    [InlineData("{} [|x|]")]
    public Task SLOW1001_a_text_that_is_not_json_is_told_at_the_character(string marked) =>
        AssertReports("SLOW1001", marked);

    [Theory]
    [InlineData("[||]")]
    [InlineData("[||]  \n ")]
    [InlineData("[|[1, 2]|]")]
    [InlineData("[|null|]")]
    [InlineData("[|{|] \"type\": \"object\" }")]
    [InlineData("{ \"properties\": { [|\"features\"|]: { \"type\": \"string\" } } }")]
    [InlineData("{ \"properties\": { [|\"a_flag\"|]: { \"$ref\": \"slowroll.schema.json#/$defs/boolean\" } } }")]
    public Task SLOW1002_json_that_is_no_schema_is_told(string marked) => AssertReports("SLOW1002", marked);

    [Theory]
    [InlineData("""[|"a"|]: { "type": "boolean" }""")]
    [InlineData("""[|"a"|]: true""")]
    [InlineData("""[|"a"|]: 5""")]
    [InlineData("""
        "a": { "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }], "properties": { "stable": { "type": [|"bool"|] } } }
        """)]
    [InlineData("""
        "a": { "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }], "properties": { "stable": { "type": [[|"array"|], "null"] } } }
        """)]
    [InlineData("""
        "a": { "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }], "properties": { "new": { "enum": [|["a", "b"]|] } } }
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
    public Task SLOW1003_a_value_type_that_is_not_supported_is_told(string members) => AssertReportsInMembers("SLOW1003", members);

    [Theory]
    [InlineData("opt-foo")]
    [InlineData("OPT_FOO")]
    [InlineData("OptFoo")]
    public Task SLOW1004_two_flags_of_one_name_are_told_at_both(string other) => AssertReportsInMembers("SLOW1004", $$"""
        [|"opt_foo"|]: { "$ref": "slowroll.schema.json#/$defs/boolean" },
        [|"{{other}}"|]: { "$ref": "slowroll.schema.json#/$defs/boolean" }
        """);

    [Fact]
    public Task SLOW1004_goes_away_when_one_is_renamed() => AssertReportsInMembers("", """
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
    public Task SLOW1005_a_text_that_makes_no_name_is_told(string members) => AssertReportsInMembers("SLOW1005", members);

    [Theory]
    [InlineData("/app/🦊.schema.json", "")]
    [InlineData("/app/a.schema.json", "not-a-class")]
    public async Task SLOW1005_a_class_without_a_name_is_told_at_the_file(string path, string className)
    {
        TestProject project = new(TestFile.Schema(SampleSchemas.Small, path, ("ClassName", className)));

        Assert.Equal("SLOW1005 (0,0)-(0,0)", Assert.Single(await Reports(project)));
        Assert.Empty(project.Generate());
    }

    [Theory]
    [InlineData("""[|"a"|]: { "$ref": "slowroll.schema.json#/$defs/string" }""")]
    [InlineData("""
        [|"a"|]: {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
          "properties": { "stable": { "type": "string", "format": "date" } }
        }
        """)]
    public Task SLOW1006_a_missing_default_is_told(string members) => AssertReportsInMembers("SLOW1006", members);

    [Theory]
    [InlineData("boolean", """[|false|]""")]
    [InlineData("boolean", """{ "new": true }""", true)]
    [InlineData("boolean", """{ "stable": [|"false"|] }""")]
    [InlineData("boolean", """{ "stable": [|null|] }""")]
    [InlineData("integer", """{ "stable": [|1.5|] }""")]
    [InlineData("integer", """{ "stable": [|2147483648|] }""")]
    [InlineData("number", """{ "stable": [|1e999|] }""")]
    [InlineData("string", """{ "stable": [|5|] }""")]
    public Task SLOW1007_a_default_that_does_not_fit_is_told(string form, string @default, bool whole = false) =>
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
    public Task SLOW1007_a_default_that_does_not_fit_its_format_is_told(string format, string stable) =>
        AssertReportsInMembers("SLOW1007", $$"""
            "a": {
              "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
              "properties": { "stable": { "type": "string", "format": "{{format}}" } },
              "default": { "stable": [|"{{stable}}"|] }
            }
            """);

    [Theory]
    [InlineData("#/$defs/Nowhere")]
    [InlineData("#anchor")]
    [InlineData("slowroll.schema.json")]
    [InlineData("slowroll.schema.json#/$defs/text")]
    [InlineData("https://example.com/slowroll.schema.json#/$defs/boolean")]
    [InlineData("//example.com/slowroll.schema.json#/$defs/boolean")]
    [InlineData("other.json#/$defs/boolean")]
    public Task SLOW1008_a_reference_that_leads_nowhere_is_told(string reference) =>
        AssertReportsInMembers("SLOW1008", $$"""
            "a": { "$ref": [|"{{reference}}"|] }
            """);

    [Fact]
    public Task SLOW1008_a_circle_is_told_where_it_closes() => AssertReports("SLOW1008", """
        {
          "properties": { "features": { "properties": { "a": { "$ref": "#/$defs/A" }, "b": { "$ref": "#/$defs/A" } } } },
          "$defs": { "A": { "$ref": "#/$defs/B" }, "B": { "allOf": [{ "$ref": [|"#/$defs/A"|] }] } }
        }
        """);

    [Fact]
    public Task SLOW1008_a_chain_without_end_is_told() => AssertReports("SLOW1008", $$"""
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

    [Fact]
    public async Task A_message_names_the_flag_and_the_way_out()
    {
        var project = TestProject.WithSchema(SampleSchemas.WithMembers("""
            "a_b": { "$ref": "slowroll.schema.json#/$defs/boolean" },
            "a-b": { "$ref": "slowroll.schema.json#/$defs/boolean" },
            "text": { "$ref": "slowroll.schema.json#/$defs/string" },
            """));

        Assert.Equal(
            [
                "Flag 'features/text' needs a default; add one, for example \"default\": { \"stable\": \"1.0\" }",
                "Flags 'features/a-b' and 'features/a_b' are both 'AB' in C#; rename one with \"x-slowroll\": { \"name\": \"AnotherName\" }",
                "Flags 'features/a_b' and 'features/a-b' are both 'AB' in C#; rename one with \"x-slowroll\": { \"name\": \"AnotherName\" }",
            ],
            (await project.Analyze()).Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SLOW1009_the_second_schema_of_a_class_is_told()
    {
        TestProject project = new(
            TestFile.Schema(SampleSchemas.Small, "/app/one/app.schema.json"),
            TestFile.Schema(SampleSchemas.Rich, "/app/two/APP.json"),
            TestFile.Schema(SampleSchemas.Small, "/app/one/app.schema.json"));

        Assert.Equal(["SLOW1009 (0,0)-(0,0)", "SLOW1009 (0,0)-(0,0)"], await Reports(project));
        CompilingTests.AssertCompiles(project);
    }

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
    public Task SLOW1011_what_an_editor_passes_over_is_told(string members) => AssertReportsInMembers("SLOW1011", members);

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

    [Fact]
    public void One_bad_flag_takes_no_other_down()
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

    private static Task AssertReportsInMembers(string id, string members) => AssertReports(id, SampleSchemas.WithMembers(members));

    private static async Task AssertReports(string id, string marked)
    {
        var (text, places) = MarkedText.Parse(marked);
        var project = TestProject.WithSchema(text);

        Assert.Equal(places.Select(place => $"{id} {place}").Order(), await Reports(project));
        CompilingTests.AssertCompiles(project);
    }

    private static async Task<IEnumerable<string>> Reports(TestProject project) => (await project.Analyze())
        .Select(diagnostic => (diagnostic.Id, diagnostic.Location.GetLineSpan().Span))
        .Select(found => $"{found.Id} ({found.Span.Start})-({found.Span.End})")
        .Order();
}
