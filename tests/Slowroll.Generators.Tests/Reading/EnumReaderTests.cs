using System.Globalization;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Promises;
using static Slowroll.Generators.Tests.SchemaAnalyzerTest;

namespace Slowroll.Generators.Tests.Reading;

/// <summary>What <c>enum</c> and <c>const</c> say about the type of a value that names none, or another one.</summary>
public class EnumReaderTests
{
    [Theory]
    [InlineData("""{ "enum": [1, 2] }""", "2", "int")]
    [InlineData("""{ "enum": [1.0, 2e3] }""", "1", "int")]
    [InlineData("""{ "enum": [1, null] }""", "null", "int?")]
    [InlineData("""{ "enum": [1, 3000000000] }""", "1", "long")]
    [InlineData("""{ "enum": [1, 2.5] }""", "2.5", "double")]
    [InlineData("""{ "enum": [true] }""", "true", "bool")]
    [InlineData("""{ "const": 5 }""", "5", "int")]
    [InlineData("""{ "const": 5.5 }""", "5.5", "double")]
    [InlineData("""{ "const": [1] }""", "[1]", "global::System.Text.Json.JsonElement")]
    [InlineData("""{ "type": "number", "enum": [1, 2] }""", "1", "double")]
    public void Survive_79_values_that_are_no_strings_have_the_narrowest_common_type(
        string type, string @default, string expected) =>
        AssertAnswers(expected, OneFlag.Schema(type, @default));

    [Theory]
    [InlineData("number", "double")]
    [InlineData("integer", "int")]
    public void A_form_of_the_base_schema_keeps_its_type(string form, string expected) => AssertAnswers(
        expected,
        OneFlag.Schema("""{ "enum": [1, 2] }""", "1")
            .Replace("$defs/rollout", $"$defs/{form}", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{ "enum": [1, 2] }""", "[|3|]")]
    [InlineData("""{ "enum": [1.5, 2] }""", "[|1|]")]
    [InlineData("""{ "const": 5 }""", "[|6|]")]
    [InlineData("""{ "type": ["string", "integer"], "enum": ["a", 1] }""", "[|2|]")]
    public Task Survive_79_enums_of_numbers_limit_the_default(string type, string @default) =>
        AssertReports("SLOW1007", OneFlag.Schema(type, @default));

    [Theory]
    [InlineData("""{ "enum": [[|1|], "a"] }""", "1")]
    [InlineData("""{ "enum": ["a", [|true|]] }""", "\"a\"")]
    [InlineData("""{ "enum": [[|{}|], "a"] }""", "\"a\"")]
    [InlineData("""{ "enum": [[|[1]|]] }""", "[1]")]
    [InlineData("""{ "type": "integer", "enum": [1, [|"a"|]] }""", "1")]
    [InlineData("""{ "type": "integer", "enum": [1, [|1.5|]] }""", "1")]
    [InlineData("""{ "type": "string", "enum": ["a", [|1|]] }""", "\"a\"")]
    [InlineData("""{ "type": "string", "format": "date", "enum": ["2025-01-31", [|7|]] }""", "\"2025-01-31\"")]
    [InlineData("""{ "type": "array", "items": { "type": "integer" }, "enum": [[1], [|["a"]|]] }""", "[1]")]
    public Task Survive_79_values_of_several_kinds_are_reported_at_the_one_that_does_not_fit(
        string type, string @default) =>
        AssertReports("SLOW1003", OneFlag.Schema(type, @default));

    [Theory]
    [InlineData(
        """{ "enum": [1, "a"] }""",
        "its \"enum\" has 1 among values of another kind; list only strings, only numbers or only booleans, or remove "
            + "the \"enum\"")]
    [InlineData(
        """{ "type": "boolean", "enum": [true, "no"] }""",
        "its \"enum\" has \"no\", and a value must be true or false; remove that one, or the \"enum\"")]
    public async Task The_message_says_what_to_do(string type, string reason) => Assert.Equal(
        $"Flag 'features.the_flag' has no C# type: {reason}",
        Assert.Single(await OneFlag.Project(type, "true").Analyze()).GetMessage(CultureInfo.InvariantCulture));

    private static void AssertAnswers(string type, string schema)
    {
        var project = TestProject.WithSchema(schema);

        CompilingTests.AssertCompiles(project);
        Assert.Contains($"public {type} TheFlag(string hashKey)", project.Generate()["Acme.Web.AppFeatures.g.cs"],
            StringComparison.Ordinal);
    }
}
