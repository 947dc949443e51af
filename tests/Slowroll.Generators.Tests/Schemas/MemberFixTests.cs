using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Slowroll.CodeFixes.Schemas;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Schemas;

/// <summary>Driven by hand, since the testing package offers no fix for what lies in an additional file.</summary>
public class MemberFixTests
{
    [Theory]
    [InlineData(
        """ "a": { "$ref": "slowroll.schema.json#/$defs/string" } """,
        """ "a": { "$ref": "slowroll.schema.json#/$defs/string", "default": { "stable": "1.0" } } """)]
    [InlineData(
        "\"a\": {\r\n  \"$ref\": \"slowroll.schema.json#/$defs/string\",\r\n  \"description\": \"🦊\", // yes\r\n}",
        "\"a\": {\r\n  \"$ref\": \"slowroll.schema.json#/$defs/string\",\r\n  \"description\": \"🦊\",\r\n "
            + " \"default\": { \"stable\": \"1.0\" }, // yes\r\n}")]
    [InlineData(
        """ "🦊a": { "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }], "properties": { "stable": { "type": "string", "format": "date" } } } """,
        """ "🦊a": { "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }], "properties": { "stable": { "type": "string", "format": "date" } }, "default": { "stable": "2025-01-31" } } """)]
    public Task SLOW1006_a_default_is_added_in_the_flags_own_layout(string members, string mended) =>
        AssertMends(new InsertDefault(), members, mended);

    [Theory]
    [InlineData(
        """ "a": { "$ref": "slowroll.schema.json#/$defs/rollout", "properties": { "stable": { "type": "boolean" } } } """,
        """ "a": { "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }], "properties": { "stable": { "type": "boolean" } } } """)]
    public Task SLOW1011_the_reference_is_moved_into_allOf(string members, string mended) =>
        AssertMends(new WrapReference(), members, mended);

    [Theory]
    [InlineData("""
        "a": {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
          "properties": { "stable": { "type": "boolean" } },
          "patternProperties": { "^sta": { "const": true } }
        }
        """)]
    [InlineData("""
        "a": { "$ref": "slowroll.schema.json#/$defs/rollout", "allOf": [], "properties": { "stable": { "type": "boolean" } } }
        """)]
    public async Task SLOW1011_what_a_person_must_decide_has_no_fix(string members)
    {
        using SchemaWorkspace workspace = new([SampleSchemas.WithMembers(members)]);

        Assert.Empty(await workspace.OfferedAsync(new WrapReference()));
    }

    [Theory]
    [InlineData(FixAllScope.Project, 1)]
    [InlineData(FixAllScope.Solution, 2)]
    public async Task All_schemas_of_a_scope_are_fixed_together(FixAllScope scope, int projects)
    {
        const string Flags = """
            "a": { "$ref": "slowroll.schema.json#/$defs/string" },
            "b": { "$ref": "slowroll.schema.json#/$defs/string" }
            """;
        using SchemaWorkspace workspace = new([SampleSchemas.WithMembers(Flags), SampleSchemas.WithMembers(Flags)]);

        var mended = await workspace.FixAllAsync(new InsertDefault(), scope);

        Assert.Equal(projects, mended.Count(text => text == SampleSchemas.WithMembers(Flags.Replace(
            "string\" }", "string\", \"default\": { \"stable\": \"1.0\" } }", StringComparison.Ordinal))));
    }

    private static async Task AssertMends(MemberFix fix, string members, string mended)
    {
        using SchemaWorkspace workspace = new([SampleSchemas.WithMembers(members)]);

        var action = Assert.Single(await workspace.OfferedAsync(fix));

        Assert.Equal(SampleSchemas.WithMembers(mended), await SchemaWorkspace.FirstSchemaAfterAsync(action));
    }
}
