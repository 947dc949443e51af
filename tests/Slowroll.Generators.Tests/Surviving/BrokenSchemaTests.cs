using Slowroll.Generators.Tests.Compiling;
using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Reading;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.Tests.Surviving;

/// <summary>Reading a schema always ends, whatever its text is, and the places of its problems are inside the
/// text.</summary>
public class BrokenSchemaTests
{
    private const string Schema = SampleSchemas.Typed;

    private static readonly SchemaClass App =
        new() { FileName = "app.schema.json", Namespace = "Acme", Name = "App", IsPublic = false };

    [Fact]
    public void Survive_69_a_schema_cut_off_anywhere_is_reported_where_it_ends() => Assert.All(
        Enumerable.Range(1, Schema.Length - 1),
        length =>
        {
            var problem = Assert.Single(SchemaReader.Read(Schema[..length], App).Problems);
            Assert.Equal(SchemaRules.NotJson, problem.Rule);
            Assert.InRange(problem.Range.End, problem.Range.Start, length);
        });

    [Theory]
    [InlineData("\0")]
    [InlineData("\uD800")]
    [InlineData("\"")]
    [InlineData("{")]
    [InlineData("\\")]
    public void Survive_69_a_wrong_character_anywhere_does_not_crash_the_compiler(string character) => Assert.All(
        Enumerable.Range(0, Schema.Length),
        at => AssertRead(Schema[..at] + character + Schema[(at + 1)..]));

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("-1e400")]
    [InlineData("\"\"")]
    [InlineData("\"#/$defs/Banner\"")]
    [InlineData("[]")]
    [InlineData("[null, 7, \"string\", [{}]]")]
    [InlineData("{}")]
    [InlineData("{ \"$ref\": \"#\" }")]
    [InlineData("{ \"stable\": { \"type\": \"integer\" }, \"\": null }")]
    public void Survive_69_JSON_of_another_kind_anywhere_does_not_crash_the_compiler(string value) => Assert.All(
        Nodes(JsonText.Read(Schema).Root!),
        node => AssertRead(Schema[..node.Range.Start] + value + Schema[node.Range.End..]));

    private static void AssertRead(string text) => Assert.All(
        SchemaReader.Read(text, App).Problems,
        problem => Assert.True(
            problem.Range.Start >= 0 && problem.Range.End <= text.Length && problem.Range.Length >= 0));

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => (node switch
    {
        JsonObject json => json.Members.Select(member => member.Value),
        JsonArray array => array.Items,
        _ => [],
    }).SelectMany(Nodes).Prepend(node);
}
