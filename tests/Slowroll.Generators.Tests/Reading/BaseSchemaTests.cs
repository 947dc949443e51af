using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Grammar;
using Slowroll.Rollouts;

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
    public void Every_form_of_the_reader_is_in_the_file(string form, string type)
    {
        Assert.True(Definitions.TryGetProperty(form, out _));
        var files = TestProject.WithSchema(SampleSchemas.WithMembers($$"""
            "a": { "$ref": "./schemas/slowroll.schema.json#/$defs/{{form}}", "default": { "stable": {{Fitting(form)}} } }
            """)).Generate();

        Assert.Contains(
            $"public {type} A(string hashKey)", files["Acme.Web.AppFeatures.g.cs"], StringComparison.Ordinal);
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
    [InlineData("1m1ms", true)]
    [InlineData("1ms 1s", true)]
    [InlineData("1h1h", false)]
    [InlineData("1ms 2ms", false)]
    [InlineData("two weeks", false)]
    [InlineData("14 d ays", false)]
    public void An_editor_marks_a_wrong_duration(string duration, bool isRight) =>
        AssertPattern("duration", duration, isRight);

    [Theory]
    [InlineData("2025-01-01 00:00Z", true)]
    [InlineData("2025-01-01 00:00:00.123456Z", true)]
    [InlineData("2025-01-01T00:00:00Z", true)]
    [InlineData("2025-01-01T00:00:00+02:00", true)]
    [InlineData("2025-01-01t00:00:00z", true)]
    [InlineData("2025-01-01 00:00:00+02:00", true)]
    [InlineData("2024-02-29 00:00Z", true)]
    [InlineData("2025-1-5 3:4z", true)]
    [InlineData("2025-02- 3 03:04:5Z", true)]
    [InlineData("2025-2-3 3:04Z", true)]
    [InlineData("2025-2-9 9:04Z", true)]
    [InlineData("2025-4-3 1:04Z", true)]
    [InlineData("2025-01-05\t\n\u3000\u001c3:04Z", true)]
    [InlineData("2025-01-01T00:00:00.1234567Z", true)]
    [InlineData("2025-01-01 00:00:00.123456789+02:00", true)]
    [InlineData("2025-01-01T00:00:60Z", false)]
    [InlineData("2025-1-01T00:00Z", false)]
    [InlineData("2025-01-01T0:00Z", false)]
    [InlineData("2025-01- 1T00:00Z", false)]
    [InlineData("2025-01-01T 00:00Z", false)]
    [InlineData("2025-01- 0 00:00Z", false)]
    [InlineData("2025-01- 12 00:00Z", false)]
    [InlineData("2025-01-01\ufeff00:00Z", false)]
    [InlineData("2025-01-01 00:00 Z", false)]
    [InlineData("2025-01-01 00:00:00.Z", false)]
    [InlineData("2025-2-29 00:00Z", false)]
    [InlineData("2025-2-30 00:00Z", false)]
    [InlineData("2025-4-31 00:00Z", false)]
    [InlineData("2025-02-29 00:00Z", false)]
    [InlineData("2024-02-30 00:00Z", false)]
    [InlineData("2025-04-31 00:00Z", false)]
    [InlineData("2025-01-01 00:00", false)]
    [InlineData("2025-13-01 00:00Z", false)]
    [InlineData("2025-01-01 24:00Z", false)]
    [InlineData("2025-01-01", false)]
    [InlineData("tomorrow", false)]
    public void An_editor_marks_a_wrong_time(string time, bool isRight)
    {
        AssertPattern("time", time, isRight);
        Assert.Equal(isRight, TimeText.Parse(time).Error is null);
    }

    [Theory]
    [InlineData("samples/QuickStart")]
    [InlineData("samples/WebShop")]
    [InlineData("samples/Observability")]
    [InlineData("samples/BrowserShop")]
    [InlineData("tests/Slowroll.Benchmarks")]
    public void A_copy_is_what_the_package_ships(string folder) => Assert.Equal(
        File.ReadAllText(InRepository("src/Slowroll.Schemas/slowroll.schema.json")),
        File.ReadAllText(InRepository($"{folder}/slowroll.schema.json")));

    [Fact]
    public void A_form_has_the_fields_that_the_build_reads() => Assert.Equal(
        RolloutFields.All,
        Definitions.GetProperty("field").GetProperty("enum").EnumerateArray().Select(field => field.GetString()));

    [Fact]
    public void A_rollout_says_of_every_field_what_it_holds() => Assert.Equal(
        RolloutFields.All,
        Definitions.GetProperty("rollout").GetProperty("properties").EnumerateObject().Select(field => field.Name));

    private static void AssertPattern(string definition, string text, bool isRight) => Assert.Equal(
        isRight,
        Regex.IsMatch(
            text, Definitions.GetProperty(definition).GetProperty("pattern").GetString()!, RegexOptions.ECMAScript));

    private static string Fitting(string form) => form switch
    {
        "boolean" => "true",
        "string" => "\"x\"",
        _ => "1",
    };

    private static JsonElement Load() => JsonDocument
        .Parse(File.ReadAllText(InRepository("src/Slowroll.Schemas/slowroll.schema.json")))
        .RootElement.GetProperty("$defs");

    private static string InRepository(string path, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../..", path);
}
