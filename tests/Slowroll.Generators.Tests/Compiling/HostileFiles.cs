using System.Text.Json;

namespace Slowroll.Generators.Tests.Compiling;

/// <summary>Configs and schemas that have a hostile text at every place where a text can stand.</summary>
internal static class HostileFiles
{
    /// <summary>What a message has at most, with its ellipsis.</summary>
    public const int LongestMessage = 2_001;

    /// <summary>By name: half a megabyte would be the test's name otherwise.</summary>
    public static readonly IReadOnlyDictionary<string, string> Texts = new Dictionary<string, string>
    {
        ["a line of its own"] = "a\nPayments.cs(1,1): error CS0666: x",
        ["a command to a build server"] = "##vso[task.complete result=Failed]",
        ["a command on a line of its own"] = "a\r\n##vso[task.complete result=Failed]\r\n##teamcity[buildStop]",
        ["a command to a terminal"] = "\u001b[2J\u001b]0;x\u0007\u009b31m\0",
        ["a text that turns around"] = "a\u202Eesrever\u2066\u061C\u200F",
        ["other line breaks"] = "a\u2028b\u2029c\u0085d\u000Be\fPayments.cs(1,1): error CS0666: x",
        ["nothing but controls"] = new string('\u0001', 3_000),
        ["half a megabyte"] = "x" + new string('y', 500_000),
    };

    public static TheoryData<string> Names => [.. Texts.Keys];

    public const string Schema = """
        {
          "properties": {
            "s": {
              "properties": {
                "on": { "$ref": "slowroll.schema.json#/$defs/boolean" },
                "count": { "$ref": "slowroll.schema.json#/$defs/integer" },
                "theme": { "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }], "properties": { "stable": { "enum": ["light", "dark"] } }, "default": { "stable": "dark" } },
                "banner": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "properties": { "text": { "type": "string" }, "width": { "type": "integer" } }, "required": ["text"] } },
                  "default": { "stable": { "text": "x" } }
                }
              },
              "additionalProperties": false
            }
          },
          "additionalProperties": false
        }
        """;

    private const string Schedule = """ "end_time": "2030-03-15 00:00Z", "duration": "14d" """;

    /// <summary>Configs for <see cref="Schema"/>; of a text that is no JSON number there is one more.</summary>
    public static IEnumerable<string> Configs(string text)
    {
        var json = JsonSerializer.Serialize(text);
        string[] flags =
        [
            json, $$"""{ {{json}}: 1 }""", $$"""{ "stable": {{json}} }""",
            $$"""{ "stable": true, "new": {{json}}, {{Schedule}} }""",
            $$"""{ "stable": true, "nwe": {{json}}, {{json}}: {{json}} }""",
            $$"""{ "stable": true, "new": false, "end_time": {{json}}, "duration": "1d" }""",
            $$"""{ "stable": true, "new": false, "end_time": "2030-03-15 00:00Z", "duration": {{json}} }""",
            $$"""{ "stable": true, "new": false, "end_time": "2030-03-15 00:00Z", "duration": {{JsonSerializer.Serialize("1d 2" + text)}} }""",
            $$"""{ "stable": true, "new": false, "start_pct": {{json}}, {{Schedule}} }""",
            $$"""{ "stable": true, "new": false, "end_pct": 1{{new string('0', text.Length)}}, {{Schedule}} }""",
            $$"""{ "stable": true, "new": false, "salt": [{{json}}], {{Schedule}} }""",
            $$"""{ "stable": true, "new": false, "early_adopters": [{{json}}, 1] }""",
            $$"""{ "stable": true, "new": false, "early_adopters": {{json}} }""",
            $$"""{ "stable": true, "new": false, "early_adopter_patterns": [{{JsonSerializer.Serialize("(" + text)}}] }""",
            $$"""{ "stable": true, "new": false, "interpolate": {{json}}, {{Schedule}} }""",
            $$"""{ "stable": -1{{new string('0', text.Length)}} }""",
        ];
        return
        [
            text,
            $$"""{ "s": {{text}} }""",
            $$"""{ {{json}}: {}, {{json}}: {} }""",
            $$"""{ {{json}}: { "on": {} } }""",
            $$"""{ "$schema": {{json}}, "s": {{json}} }""",
            $$"""{ "s": { {{json}}: { "stable": 1 }, {{json}}: 1 } }""",
            $$"""{ "s": { "theme": { "stable": {{json}} }, "banner": { "stable": { "text": {{json}}, "width": {{json}}, {{json}}: 1, {{json}}: 2 } } } }""",
            $$"""{ "s": { "banner": { "stable": { {{json}}: 1 } } } }""",
            .. flags.Select(
                flag => $$"""{ "s": { "on": {{flag}}, {{JsonSerializer.Serialize(text + "2")}}: {{flag}} } }"""),
        ];
    }

    /// <summary>Schemas.</summary>
    public static IEnumerable<string> Schemas(string text)
    {
        var json = JsonSerializer.Serialize(text);
        var near = JsonSerializer.Serialize(text + "2");
        string[] flags =
        [
            json, $$"""{ "$ref": {{json}} }""", $$"""{ "$ref": {{JsonSerializer.Serialize("#/$defs/" + text)}} }""",
            $$"""{ "$ref": "slowroll.schema.json#/$defs/boolean", "default": {{json}} }""",
            $$"""{ "$ref": "slowroll.schema.json#/$defs/boolean", "default": { "stable": {{json}} } }""",
            $$"""{ "$ref": "slowroll.schema.json#/$defs/string", "title": {{json}}, "description": {{json}}, "examples": [{{json}}], "deprecated": true, "default": { "stable": {{json}}, "new": {{json}}, {{json}}: 1 } }""",
            $$"""{ "$ref": "slowroll.schema.json#/$defs/boolean", "x-slowroll": { "name": {{json}}, "hashKey": {{json}}, {{json}}: 1 } }""",
            Typed($$"""{ "type": {{json}} }"""), Typed($$"""{ "type": "string", "format": {{json}} }"""),
            Typed($$"""{ "type": "string", "pattern": {{json}} }""", "\"a\""),
            Typed($$"""{ "type": "string", "const": {{json}}, "minLength": {{json}} }""", "\"a\""),
            Typed($$"""{ "enum": [{{json}}, {{json}}] }"""), Typed($$"""{ "enum": [{{json}}, 1] }"""),
            Typed($$"""{ "enum": [{{json}}, {{near}}] }"""), Typed($$"""{ "enum": [{{json}}, {{near}}] }""", "\"a\""),
            Typed(
                $$"""{ "properties": { {{json}}: { "type": "integer", "default": {{json}} } }, "required": [{{json}}, {{near}}] }"""),
            Typed($$"""{ "properties": { {{json}}: { "type": "integer" } }, "required": [{{json}}] }""",
                $$"""{ {{near}}: 1 }"""),
            Typed($$"""{ "properties": { {{json}}: { "type": "integer" } } }""", $$"""{ {{json}}: {{json}} }"""),
            Typed($$"""{ "properties": { {{json}}: { "type": "integer" }, {{json}}: { "enum": [{{json}}] } } }""",
                $$"""{ {{near}}: {{json}} }"""),
        ];
        return
        [
            text,
            $$"""{ "properties": { {{json}}: { "type": "string" } } }""",
            $$"""{ "description": {{json}}, "properties": { {{json}}: { "$ref": {{json}}, "properties": {} } }, "x-slowroll": { "hashKey": {{json}}, {{json}}: {} } }""",
            .. flags.Select(flag =>
                $$"""{ "properties": { {{json}}: { "properties": { {{json}}: {{flag}}, "f": {{flag}} } } } }"""),
        ];
    }

    private static string Typed(string type, string? @default = null) =>
        $$"""{ "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }], "properties": { "stable": {{type}} }{{(@default is null ? "" : $$""", "default": { "stable": {{@default}} }""")}} }""";

    /// <summary>A line as it may be printed.</summary>
    public static void AssertPrintable(string line, int besides = 0)
    {
        Assert.True(line.Length <= LongestMessage + besides,
            $"{line.Length} characters: {line[..Math.Min(300, line.Length)]}");
        Assert.DoesNotContain("##", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, each => char.IsControl(each) || char.GetUnicodeCategory(each) is
            System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator
            or System.Globalization.UnicodeCategory.ParagraphSeparator);
    }
}
