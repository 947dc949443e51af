using Slowroll.Schemas.Model;
using Slowroll.Schemas.Splitting;

namespace Slowroll.Generators.Tests.Splitting;

/// <summary>What only reading the whole schema can find.</summary>
public class ExcerptReadingTests
{
    private static readonly SchemaClass App =
        new() { FileName = "app.schema.json", Namespace = "Acme", Name = "App", IsPublic = false };

    private const string OwnEnum = """{ "enum": ["x"], "x-slowroll": { "name": "U" } }""";

    [Fact]
    public void Flags_with_one_name_are_not_joined() => Assert.Null(Join(Switch("on_off"), Switch("onOff")));

    [Fact]
    public void Flags_with_one_key_are_not_joined() => Assert.Null(Join(
        Switch("on", """, "x-slowroll": { "name": "A" } """), Switch("on", """, "x-slowroll": { "name": "B" } """)));

    [Fact]
    public void A_part_with_a_problem_is_not_joined() => Assert.Null(Join(
        Switch("on", """, "default": { "stable": 7 } """), Switch("off")));

    [Fact]
    public void Types_of_two_parts_with_one_name_are_not_joined() => Assert.Null(Join(
        Typed("a", OwnEnum, "\"x\""), Typed("b", OwnEnum, "\"x\"")));

    [Fact]
    public void A_shared_type_and_one_of_a_part_with_its_name_are_not_joined() => Assert.Null(Join(
        Typed("a", """{ "$ref": "#/$defs/U" }""", "\"x\""), Typed("b", OwnEnum, "\"x\"")));

    [Fact]
    public void A_shared_type_that_two_parts_name_differently_is_not_joined() => Assert.Null(Join(
        Typed("a", """{ "$ref": "#/$defs/T" }""", "{}"),
        Typed("b", """{ "$ref": "#/$defs/T/properties/u" }""", "\"x\"")));

    [Fact]
    public void Others_are_joined() => Assert.NotNull(Join(
        Typed("a", """{ "$ref": "#/$defs/T" }""", "{}"), Typed("b", """{ "$ref": "#/$defs/T" }""", "{}"),
        Switch("on")));

    // A flag of the form that the base schema has for switches.
    private static string Switch(string name, string more = "") =>
        $$""" "{{name}}": { "$ref": "slowroll.schema.json#/$defs/boolean"{{more}} } """;

    private static string Typed(string name, string type, string @default) => $$"""
        "{{name}}": {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
          "properties": { "stable": {{type}} },
          "default": { "stable": {{@default}} }
        }
        """;

    // As the splitter cuts a section of two flags.
    private static SchemaModel? Join(params string[] flags)
    {
        const string Types =
            """ "$defs": { "U": { "enum": ["x"] }, "T": { "type": "object", "properties": { "u": { "enum": ["x"] } } } } """;
        var schema = $$"""{ "properties": { "s": { "properties": { {{string.Join(", ", flags)}} } } }, {{Types}} }""";
        var parts = SchemaSplitter.Split(schema, _ => 1);
        Assert.Equal(flags.Length, parts.Count);
        return ExcerptReading.Join([.. parts.Select(part => ExcerptReading.Read(part, App))]);
    }
}
