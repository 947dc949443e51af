using Slowroll.Generators.Tests.Compiling;
using static Slowroll.Generators.Tests.SchemaAnalyzerTest;

namespace Slowroll.Generators.Tests.Reading;

/// <summary>References inside a value's type: nothing is fetched, and nothing turns for ever.</summary>
public class SchemaReferenceTests
{
    [Theory]
    [InlineData("#/$defs/Nowhere")]
    [InlineData("other.schema.json#/$defs/Theme")]
    [InlineData("https://example.com/theme.schema.json")]
    [InlineData("file:///etc/passwd")]
    public async Task Survive_77_a_missing_or_remote_type_is_reported_wherever_it_is_named(string reference)
    {
        var marked = $$"""{ "$ref": [|"{{reference}}"|] }""";

        await AssertReports("SLOW1008", OneFlag.Schema(marked, "1"));
        await AssertReports("SLOW1008", OneFlag.Schema($$"""{ "type": "array", "items": {{marked}} }""", "[]"));
        await AssertReports(
            "SLOW1008", OneFlag.Schema($$"""{ "type": "object", "properties": { "a": {{marked}} } }""", "{}"));
        await AssertReports("SLOW1008", OneFlag.Schema($$"""{ "allOf": [{{marked}}] }""", "{}"));
    }

    [Theory]
    [InlineData("""
        "A": { "type": "object", "properties": { "b": { "$ref": "#/$defs/B" } } },
        "B": { "type": "array", "items": [|{ "$ref": "#/$defs/A" }|] }
        """)]
    [InlineData("""
        "A": { "type": "object", "properties": { "inner": [|{ "allOf": [{ "$ref": "#/$defs/A" }] }|] } }
        """)]
    [InlineData("""
        "A": { "type": "object", "properties": { "b": { "type": "object", "properties": { "a": [|{ "$ref": "#/$defs/A" }|] } } } }
        """)]
    public Task Survive_77_a_type_that_contains_itself_through_others_is_reported(string defs) =>
        AssertReports("SLOW1008", OneFlag.Schema("""{ "$ref": "#/$defs/A" }""", "{}", $$""" "$defs": { {{defs}} } """));

    [Fact(Timeout = 30_000)]
    public async Task Survive_77_types_that_share_their_parts_are_read_once_each()
    {
        // Walked out, these are a million million.
        const int Depth = 40;
        var defs = string.Join(",", Enumerable.Range(0, Depth).Select(i => i == Depth - 1
            ? $$""" "D{{i}}": { "enum": ["a"] } """
            : $$""" "D{{i}}": { "type": "object", "properties": { "a": { "$ref": "#/$defs/D{{i + 1}}" }, "b": { "$ref": "#/$defs/D{{i + 1}}" } } } """));

        var types = await Task.Run(
            () => OneFlag.Project("""{ "$ref": "#/$defs/D0" }""", "{}", $$""" "$defs": { {{defs}} } """)
            .Generate()["Acme.Web.AppFeatures-Types.g.cs"]);

        Assert.Equal(Depth, types.Split("internal static global::Slowroll.FlagReading<").Length - 1);
    }

    [Fact]
    public async Task Survive_77_a_type_that_is_too_deep_is_reported_and_does_not_crash_the_compiler()
    {
        var defs = string.Join(",", Enumerable.Range(0, 20_000).Select(i =>
            $$""" "D{{i}}": { "type": "object", "properties": { "a": { "$ref": "#/$defs/D{{i + 1}}" } } } """));

        var told =
            await OneFlag.Project("""{ "$ref": "#/$defs/D0" }""", "{}", $$""" "$defs": { {{defs}} } """).Analyze();

        var error = Assert.Single(told);
        Assert.Equal("SLOW1008", error.Id);
        Assert.Contains(
            "64", error.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
