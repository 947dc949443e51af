using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Promises;
using static Slowroll.Generators.Tests.SchemaAnalyzerTest;

namespace Slowroll.Generators.Tests.Surviving;

/// <summary>Names that look the same, or differ only in case.</summary>
public class LookalikeNamesTests
{
    [Theory]
    [InlineData("\u0398x", "\u03F4x")] // two capital thetas
    [InlineData("\u00DFx", "\u1E9Ex")] // the small and the capital sharp s
    public void Survive_73_two_flags_whose_first_letters_share_their_small_form_compile(string one, string other) =>
        CompilingTests.AssertCompiles(TestProject.WithSchema(SampleSchemas.WithMembers(Two(one, other))));

    [Theory]
    [InlineData("fox", "fo\u200Bx")]
    [InlineData("fox", "\u202Efox")]
    [InlineData("fox", "fox\uFE0F")]
    [InlineData("fox", "\u3164fox")]
    [InlineData("fox", "fox\u034F")]
    [InlineData("\u00E9tat", "e\u0301tat")]
    public Task Survive_75_names_that_look_the_same_are_reported_at_both(string one, string other) =>
        AssertReportsInMembers("SLOW1004", Two(one, other, "[|", "|]"));

    [Theory]
    [InlineData("\u3164")]
    [InlineData("\u115F\u1160\uFFA0")]
    [InlineData("\u200B\u202E")]
    public Task Survive_75_an_invisible_name_is_reported(string name) => AssertReportsInMembers(
        "SLOW1005", $$"""[|"{{name}}"|]: { "$ref": "slowroll.schema.json#/$defs/boolean" }""");

    private static string Two(string one, string other, string start = "", string end = "") => $$"""
        {{start}}"{{one}}"{{end}}: { "$ref": "slowroll.schema.json#/$defs/boolean" },
        {{start}}"{{other}}"{{end}}: { "$ref": "slowroll.schema.json#/$defs/boolean" }
        """;
}
