using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Reading;

/// <summary>The base schema is a file for the editor, and known by heart here: the two must not drift apart.</summary>
public class BaseSchemaTests
{
    private static readonly JsonElement Definitions = Load();

    [Theory]
    [InlineData("boolean", "bool")]
    [InlineData("string", "string")]
    [InlineData("integer", "int")]
    [InlineData("number", "double")]
    [InlineData("rollout", "global::System.Text.Json.JsonElement")]
    public void Every_form_that_is_known_by_heart_stands_in_the_file(string form, string type)
    {
        Assert.True(Definitions.TryGetProperty(form, out _));
        var files = TestProject.WithSchema(SampleSchemas.WithMembers($$"""
            "a": { "$ref": "./schemas/slowroll.schema.json#/$defs/{{form}}", "default": { "stable": {{Fitting(form)}} } }
            """)).Generate();

        Assert.Contains($"public {type} A(string hashKey)", files["Acme.Web.AppFeatures.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void It_never_speaks_in_place_of_the_users_own_descriptions() =>
        Assert.DoesNotContain("\"description\"", Definitions.GetRawText(), StringComparison.Ordinal);

    [Theory]
    [InlineData("14d", true)]
    [InlineData("1d 2h", true)]
    [InlineData("1h30m", true)]
    [InlineData("1.5h", true)]
    [InlineData(".5d", true)]
    [InlineData("500ms", true)]
    [InlineData("", false)]
    [InlineData("14", false)]
    [InlineData("1w", false)]
    [InlineData("-1h", false)]
    [InlineData("1d,2h", false)]
    [InlineData("1H", false)]
    public void An_editor_marks_a_wrong_duration(string duration, bool isRight) => AssertPattern("duration", duration, isRight);

    [Theory]
    [InlineData("2025-01-01 00:00Z", true)]
    [InlineData("2025-01-01 00:00:00.123456Z", true)]
    [InlineData("2025-01-01T00:00:00Z", true)]
    [InlineData("2025-01-01T00:00:00+02:00", true)]
    [InlineData("2025-01-01 00:00:00+02:00", false)]
    [InlineData("2025-01-01 00:00", false)]
    [InlineData("2025-13-01 00:00Z", false)]
    [InlineData("2025-01-01 24:00Z", false)]
    [InlineData("2025-01-01", false)]
    [InlineData("tomorrow", false)]
    public void An_editor_marks_a_wrong_time(string time, bool isRight) => AssertPattern("time", time, isRight);

    private static void AssertPattern(string definition, string text, bool isRight) => Assert.Equal(
        isRight,
        Regex.IsMatch(text, Definitions.GetProperty(definition).GetProperty("pattern").GetString()!, RegexOptions.ECMAScript));

    private static string Fitting(string form) => form switch
    {
        "boolean" => "true",
        "string" => "\"x\"",
        _ => "1",
    };

    private static JsonElement Load([CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Slowroll.Schemas/slowroll.schema.json");
        return JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("$defs");
    }
}
