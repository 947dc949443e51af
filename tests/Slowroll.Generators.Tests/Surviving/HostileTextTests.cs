using System.Text.Json;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Promises;

namespace Slowroll.Generators.Tests.Surviving;

public class HostileTextTests
{
    public static TheoryData<string> Texts =>
    [
        "\"; throw null; //", "*/ </summary> <evil>", "a\nb\r\nc", "tab\there", "\\u0041\\", "{0} {{x}}",
        "\0\u0001\u001f\u007f",
        "\u0085\u2028\u2029 not a comment any more", "\u202Eesrever\u202C", "zero\u200Bwidth\uFEFF",
        "🦊 ünï 漢字", "]]>&amp;",
        "\U000E0041tag", "\uFFFE\uFFFF",
    ];

    private static readonly string[] KeyProperties = ["Section", "Key", "Default"];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Survive_76_any_text_survives_as_key_default_and_comment(string text)
    {
        var json = JsonSerializer.Serialize(text);
        var project = TestProject.WithSchema($$"""
            {
              "description": {{json}},
              "properties": {
                {{json}}: {
                  "properties": {
                    {{json}}: {
                      "$ref": "slowroll.schema.json#/$defs/string",
                      "x-slowroll": { "name": "TheFlag" },
                      "description": {{json}},
                      "deprecated": true,
                      "default": { "stable": {{json}} }
                    }
                  }
                }
              }
            }
            """);

        var key = LoadedProject.Load(project)
            .GetType("Acme.Web.AppFeatures+Keys")!
            .GetProperty("TheFlag")!
            .GetValue(null)!;
        Assert.All(KeyProperties, name => Assert.Equal(text, key.GetType().GetProperty(name)!.GetValue(key)));
        Assert.All(project.Generate().Values, AssertNothingHidden);
    }

    [Fact]
    public void Survive_76_any_json_survives_as_a_default()
    {
        var project = TestProject.WithSchema(SampleSchemas.WithMembers("""
            "any": {
              "$ref": "slowroll.schema.json#/$defs/rollout",
              "default": { "stable": /* why */ { "a\"\u2028": [1.50, true, null, "\u202E", ], "a\"\u2028": 2, } }
            }
            """));

        var key = LoadedProject.Load(project).GetType("Acme.Web.AppFeatures+Keys")!.GetProperty("Any")!.GetValue(null)!;
        var value = (JsonElement)key.GetType().GetProperty("Default")!.GetValue(key)!;
        Assert.Equal(2, value.GetProperty("a\"\u2028").GetInt32());
    }

    [Fact]
    public void Survive_76_half_a_surrogate_pair_in_the_file_survives() => CompilingTests.AssertCompiles(
        TestProject.WithSchema(SampleSchemas.Small.Replace("Install", "\uD83E Install", StringComparison.Ordinal)));

    internal static void AssertNothingHidden(string text) => Assert.DoesNotContain(
        text,
        letter => letter != '\n' && (char.IsControl(letter) || char.GetUnicodeCategory(letter) is
            System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator
            or System.Globalization.UnicodeCategory.ParagraphSeparator) && letter != '\t');
}
