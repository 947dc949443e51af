using Slowroll.Schemas.Drift.Editing;
using Slowroll.Schemas.Json;

namespace Slowroll.Generators.Tests.Drift.Editing;

public class SchemaRemovalTests
{
    [Theory]
    [InlineData("{\n  \"x\": {},\n  \"a\": {},\n  \"b\": {}\n}", "{\n  \"x\": {},\n  \"b\": {}\n}")]
    [InlineData("{\n  \"x\": {},\n  \"a\": {\n    \"description\": \"}\"\n  }\n}", "{\n  \"x\": {}\n}")]
    [InlineData("{\n  \"a\": {}\n}", "{\n}")]
    [InlineData("{\r\n\t\"a\": {},\r\n\t\"b\": {},\r\n}", "{\r\n\t\"b\": {},\r\n}")]
    [InlineData("{\r\n\t\"b\": {},\r\n\t\"a\": {},\r\n}", "{\r\n\t\"b\": {},\r\n}")]
    public void A_flag_is_removed_with_its_lines(string flags, string without) => AssertBecomes(flags, without);

    [Theory]
    [InlineData("""{ "a": {}, "b": {} }""", """{ "b": {} }""")]
    [InlineData("""{ "b": {}, "a": {} }""", """{ "b": {} }""")]
    [InlineData("""{ "b": {}, "a": {}, "c": {} }""", """{ "b": {}, "c": {} }""")]
    [InlineData("""{ "a": {} }""", """{ }""")]
    [InlineData("""{"b":{},"a":{}}""", """{"b":{}}""")]
    public void On_one_line_it_is_removed_with_the_space_after_it(string flags, string without) =>
        AssertBecomes(flags, without);

    [Theory]
    [InlineData("{\n  \"b\": {}, // b\n\n  // about a\n  // and more\n  \"a\": {}, // a\n  // about c\n  \"c\": {}\n}",
        "{\n  \"b\": {}, // b\n\n  // about c\n  \"c\": {}\n}")]
    [InlineData("{\n  \"b\": {} /* b */, // b\n  \"a\": {} // a\n  // the end\n}",
        "{\n  \"b\": {} /* b */ // b\n  // the end\n}")]
    [InlineData("{\n  \"a\": {} /* , */ , // a\n  \"b\": {}\n}", "{\n  \"b\": {}\n}")]
    public void Comments_go_with_what_they_are_about(string flags, string without) => AssertBecomes(flags, without);

    [Fact]
    public void A_flag_behind_a_reference_is_found() => Assert.Equal(
        """{ "properties": { "features": { "allOf": [{ "$ref": "#/$defs/F" }] } }, "$defs": { "F": { "properties": { } } } }""",
        Without(
            """{ "properties": { "features": { "allOf": [{ "$ref": "#/$defs/F" }] } }, "$defs": { "F": { "properties": { "a": {} } } } }"""));

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "properties": { "features": { "properties": { "b": {} } } } }""")]
    public void A_missing_member_stays_missing(string schema) => Assert.Equal(schema, Without(schema));

    private static void AssertBecomes(string flags, string without)
    {
        static string Schema(string flags) => $$"""{ "properties": { "features": { "properties": {{flags}} } } }""";

        Assert.Equal(Schema(without), Without(Schema(flags)));
        Assert.NotNull(JsonText.Read(Without(Schema(flags))).Root);
    }

    private static string Without(string schema) => SchemaRemoval.Of(schema, "features", "a")
        .Reverse()
        .Aggregate(schema, (text, cut) => text.Remove(cut.Start, cut.Length));
}
