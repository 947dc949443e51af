using System.Text;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.EndToEnd;

/// <summary>JSON's null is a value of the flags that allow it, whatever their default is.</summary>
public class NullTests
{
    private static readonly Type AppFeatures = LoadedProject
        .Load(TestProject.WithSchema(SampleSchemas.WithMembers($"""
            {Flag("text", """ "type": "string" """, "\"default\"")},
            {Flag("text_or_null", """ "type": ["string", "null"] """, "\"default\"")},
            {Flag("uri", """ "type": "string", "format": "uri" """, "\"https://example.com/\"")},
            {Flag("uri_or_null", """ "type": ["string", "null"], "format": "uri" """, "\"https://example.com/\"")},
            {Flag("number", """ "type": "integer" """, "3")},
            {Flag("number_or_null", """ "type": ["integer", "null"] """, "3")}
            """)))
        .GetType("Acme.Web.AppFeatures")!;

    [Theory]
    [InlineData("text_or_null", "TextOrNull")]
    [InlineData("uri_or_null", "UriOrNull")]
    [InlineData("number_or_null", "NumberOrNull")]
    public void A_flag_that_allows_null_answers_null(string key, string name) => Assert.Null(AskForNull(key, name));

    [Theory]
    [InlineData("text", "Text")]
    [InlineData("uri", "Uri")]
    [InlineData("number", "Number")]
    public void A_flag_that_does_not_allow_null_answers_its_default(string key, string name) =>
        Assert.NotNull(AskForNull(key, name));

    private static object? AskForNull(string key, string name)
    {
        var config = Encoding.UTF8.GetBytes($$"""{ "features": { "{{key}}": { "stable": null } } }""");
        var flags = Activator.CreateInstance(AppFeatures, SlowrollConfig.FromJson(config));
        return AppFeatures.GetMethod(name, [typeof(string)])!.Invoke(flags, ["a"]);
    }

    private static string Flag(string key, string stable, string @default) => $$"""
        "{{key}}": {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
          "properties": { "stable": { {{stable}} } },
          "default": { "stable": {{@default}} }
        }
        """;
}
