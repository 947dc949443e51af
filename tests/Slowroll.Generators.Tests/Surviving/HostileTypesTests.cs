using System.Text.Json;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Promises;

namespace Slowroll.Generators.Tests.Surviving;

/// <summary>Enums and records of names that C# has other plans with, and of texts that would like to be code.</summary>
public class HostileTypesTests
{
    [Theory]
    [MemberData(nameof(HostileTextTests.Texts), MemberType = typeof(HostileTextTests))]
    public void Survive_76_any_text_survives_in_an_enum_a_record_and_their_comments(string text)
    {
        var json = JsonSerializer.Serialize(text);
        var named = JsonSerializer.Serialize($"a{text}");
        var value = $$"""{ "choice": {{named}}, {{named}}: {{json}} }""";
        var project = OneFlag.Project($$"""
            {
              "type": "object",
              "description": {{json}},
              "examples": [{{json}}],
              "deprecated": true,
              "required": ["choice"],
              "properties": {
                "choice": { "enum": [{{named}}], "description": {{json}}, "deprecated": true, "examples": [{{json}}] },
                {{named}}: { "type": "string", "title": {{json}}, "default": {{json}}, "deprecated": true, "examples": [{{json}}] }
              }
            }
            """, value);

        OneFlag flag = new(project);
        var (read, _, error) = flag.Ask(value);
        Assert.Null(error);
        Assert.Equal(flag.Default, read);
        Assert.Contains(
            read!.GetType().GetProperties(), property => property.GetValue(read) is string said && said == text);
        Assert.All(project.Generate().Values, HostileTextTests.AssertNothingHidden);
    }

    [Theory]
    [InlineData("class")]
    [InlineData("3d")]
    [InlineData("Equals")]
    [InlineData("get_hash_code")]
    [InlineData("GetType")]
    [InlineData("to-string")]
    [InlineData("equality_contract")]
    [InlineData("print_members")]
    [InlineData("clone")]
    [InlineData("finalize")]
    [InlineData("memberwise_clone")]
    [InlineData("reference_equals")]
    [InlineData("try_read")]
    [InlineData("types")]
    [InlineData("value")]
    [InlineData("value0")]
    [InlineData("json")]
    [InlineData("system")]
    [InlineData("string")]
    [InlineData("keys")]
    [InlineData("app_features")]
    [InlineData("slowroll")]
    [InlineData("object")]
    [InlineData("deconstruct")]
    public void Survive_74_a_name_that_is_taken_compiles_as_a_flag_a_type_a_member_and_an_enums_value(string name) =>
        CompilingTests.AssertCompiles(TestProject.WithSchema(OneFlag.Schema($$"""
            {
              "type": "object",
              "required": ["{{name}}"],
              "properties": {
                "{{name}}": { "enum": ["{{name}}", "other"] },
                "inner": {
                  "type": "object",
                  "x-slowroll": { "name": "The{{name.Length}}" },
                  "properties": { "{{name}}": { "type": "integer" } }
                }
              }
            }
            """, $$"""{ "{{name}}": "{{name}}", "inner": { "{{name}}": 1 } }""").Replace("the_flag", name, StringComparison.Ordinal)));

    [Fact]
    public void Deprecated_flags_are_obsolete_only_for_their_users()
    {
        var project = OneFlag.Project("""
            {
              "type": "object",
              "required": ["old"],
              "properties": { "old": { "type": "string", "deprecated": true }, "kind": { "$ref": "#/$defs/Kind" } }
            }
            """, """{ "old": "x", "kind": "a" }""", """ "$defs": { "Kind": { "enum": ["a"], "deprecated": true } } """);

        CompilingTests.AssertCompiles(project);
        var told = (project with
        {
            Sources = ["class C { object M(Acme.Web.AppFeatures.Types.TheFlag flag) => flag.Old; object "
                + "N(Acme.Web.AppFeatures.Types.Kind kind) => kind; }"],
        }).Compile(out _);
        Assert.Collection(
            told.Order(StringComparer.Ordinal),
            error => Assert.Contains("old is deprecated in its schema.", error, StringComparison.Ordinal),
            error => Assert.Contains("Kind is deprecated in its schema.", error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("equals", "/app/equals_flag.schema.json")]
    [InlineData("equals_flag", "/app/equals_flag.schema.json")]
    public void A_new_name_that_is_taken_too_compiles(string flag, string file) =>
        CompilingTests.AssertCompiles(new(TestFile.Schema(
            SampleSchemas.WithMembers($$"""
            "{{flag}}": {
              "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
              "properties": {
                "stable": {
                  "type": "object",
                  "x-slowroll": { "name": "EqualsValue" },
                  "properties": { "equals": { "type": "boolean" }, "equals_value_value_value": { "type": "boolean" } }
                }
              },
              "default": { "stable": {} }
            }
            """),
            file)));
}
