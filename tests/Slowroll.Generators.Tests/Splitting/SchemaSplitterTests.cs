using Slowroll.Generators.Tests.Compiling;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Reading;
using Slowroll.Schemas.Splitting;

namespace Slowroll.Generators.Tests.Splitting;

public class SchemaSplitterTests
{
    private const string Flag = """{ "$ref": "slowroll.schema.json#/$defs/boolean", "default": { "stable": true } }""";

    private static readonly SchemaClass App =
        new() { FileName = "app.schema.json", Namespace = "Acme", Name = "App", IsPublic = false };

    [Fact]
    public void A_small_schema_stays_whole() =>
        Assert.Empty(SchemaSplitter.Split(SampleSchemas.Typed));

    [Fact]
    public void A_large_schema_is_cut_and_says_the_same()
    {
        var schema = SampleSchemas.WithFlags(1000);
        var parts = SchemaSplitter.Split(schema);

        Assert.InRange(parts.Count, 5, 20);
        Assert.Equal(SchemaReader.Read(schema, App).Model, Join(parts));
    }

    [Theory]
    [InlineData(3,
        $$"""{ "properties": { "a": { "properties": { "x": {{Flag}}, "y": {{Flag}} } }, "b": { "properties": { "z": {{Flag}} } } } }""")]
    [InlineData(2, $$"""{ "properties": { "a": { "properties": { "x": {{Flag}}, "y": {{Flag}}, }, }, }, }""")]
    [InlineData(2, $$"""
        { "properties": { "a": { "properties": { /* one */ "x": {{Flag}} // :,"
        , "y": {{Flag}} } } } } // end
        """)]
    [InlineData(2, $$"""
        { "x-slowroll": { "hashKey": "host" }, "description": "Ünïcödé 😀", "properties": { "ä": { "x-slowroll": { "hashKey": "wer" }, "properties": { "ö": {{Flag}}, "😀x": {{Flag}} }, "type": "object" } } }
        """)]
    [InlineData(2,
        $$"""{ "properties": { "$schema": { "type": "string" }, "a": { "properties": { "x": {{Flag}}, "y": {{Flag}} } } } }""")]
    [InlineData(2,
        $$"""{ "properties": { "a": { "properties": { "x": {{Flag}}, "y": { "properties": { "stable": { "$ref": "#/$defs/N" } } } } } }, "$defs": { "N": { "type": "integer" } } }""")]
    public void Every_part_is_a_schema_and_together_they_say_the_same(int count, string schema)
    {
        var whole = SchemaReader.Read(schema, App);
        var parts = SchemaSplitter.Split(schema, _ => 1);

        Assert.Empty(whole.Problems);
        Assert.Equal(count, parts.Count(part => SchemaReader.Read(part.Text, App).Model!.Flags.Count > 0));
        Assert.Equal(whole.Model, Join(parts));
    }

    [Fact]
    public void Types_that_several_parts_share_are_declared_once()
    {
        var parts = SchemaSplitter.Split(SampleSchemas.Typed, _ => 1);

        Assert.True(parts.Count > 1);
        Assert.Equal(SchemaReader.Read(SampleSchemas.Typed, App).Model, Join(parts));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Parts_that_can_be_joined_say_what_the_whole_says(string schema)
    {
        if (Join(SchemaSplitter.Split(schema, _ => 1)) is { } joined)
        {
            Assert.Equal(SchemaReader.Read(schema, App).Model, joined);
        }
    }

    public static TheoryData<string> Samples() =>
        [.. typeof(SampleSchemas).GetFields()
            .Where(field => field.FieldType == typeof(string))
            .Select(field => (string)field.GetValue(null)!)];

    [Fact]
    public void A_byte_order_mark_stays_at_the_start()
    {
        var schema = $$"""{ "properties": { "a": { "properties": { "x": {{Flag}}, "y": {{Flag}} } } } }""";

        Assert.Equal(SchemaReader.Read(schema, App).Model, Join(SchemaSplitter.Split("\uFEFF" + schema, _ => 1)));
    }

    [Theory]
    [InlineData(
        $$"""{ "properties": { "a": { "properties": { "x": {{Flag}}, "y": { "$ref": "#/properties/a/properties/x" } } } } }""")]
    [InlineData(
        $$"""{ "properties": { "a": { "properties": { "x": {{Flag}} } }, "b": { "$ref": "#/properties/a" } } }""")]
    [InlineData(
        $$"""{ "properties": { "a": { "properties": { "x": {{Flag}}, "y": { "properties": { "stable": { "items": { "$ref": "#" } } } } } } } }""")]
    [InlineData(
        $$"""{ "properties": { "a": { "properties": { "x": {{Flag}}, "y": { "$ref": "\u0023/properties/a/properties/x" } } } } }""")]
    [InlineData(
        $$"""{ "properties": { "a": { "properties": { "x": {{Flag}} } }, "b": { "properties": { "y": {{Flag}} } } }, "$ref": "#/$defs/more", "$defs": { "more": {} } }""")]
    [InlineData(
        $$"""{ "properties": { "a": { "properties": { "x": {{Flag}} } }, "b": { "properties": { "y": {{Flag}} } } }, "allOf": [] }""")]
    [InlineData(
        $$"""{ "properties": { "a": { "properties": { "x": {{Flag}} } }, "a": { "properties": { "y": {{Flag}} } } } }""")]
    [InlineData(
        $$"""{ "properties": { "a": { "properties": { "x": {{Flag}} } } }, "properties": { "b": { "properties": { "y": {{Flag}} } } } }""")]
    [InlineData($$"""{ "properties": { "a": { "properties": { "x": {{Flag}}, "y": {{Flag}} } } } } nonsense""")]
    [InlineData($$"""{ "properties": { "a": { "properties": { "x": {{Flag}}, "y": """)]
    [InlineData("""{ "properties": { "\ud800": {}, "b": {} } }""")]
    [InlineData("""{ "properties": 7 }""")]
    [InlineData("7")]
    [InlineData("")]
    public void A_schema_with_references_between_sections_is_not_cut(string schema) =>
        Assert.Empty(SchemaSplitter.Split(schema, _ => 1));

    [Theory]
    [InlineData("$ref")]
    [InlineData("allOf")]
    public void A_section_that_may_have_flags_elsewhere_stays_in_one_piece(string keyword)
    {
        var more = keyword == "allOf" ? "[]" : "\"#/$defs/more\"";
        var schema =
            $$"""{ "properties": { "a": { "properties": { "x": {{Flag}}, "y": {{Flag}} }, "{{keyword}}": {{more}} }, "b": { "properties": { "z": {{Flag}} } } }, "$defs": { "more": {} } }""";

        Assert.Equal(2, SchemaSplitter.Split(schema, _ => 1).Count);
    }

    [Fact]
    public void The_shared_text_is_at_most_half_of_each_excerpt_if_there_are_enough_flags()
    {
        var schema =
            $$"""{ "properties": { {{string.Join(",", Enumerable.Range(0, 100).Select(i => $$""" "s{{i}}": { "properties": { "f{{i}}": {{Flag}} } } """))}} }, "$defs": { "T": { "description": "{{new string('x', 2000)}}" } } }""";

        var parts = SchemaSplitter.Split(schema, shared => shared);

        Assert.InRange(parts.Count, 2, 20);
        Assert.All(parts.SkipLast(1), part => Assert.True(part.Own.Length * 2 >= part.Text.Length));
        Assert.Equal(SchemaReader.Read(schema, App).Model, Join(parts));
    }

    private static SchemaModel? Join(IEnumerable<SchemaExcerpt> parts) =>
        ExcerptReading.Join([.. parts.Select(part => ExcerptReading.Read(part, App))]);
}
