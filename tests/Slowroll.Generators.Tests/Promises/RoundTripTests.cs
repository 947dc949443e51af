using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Promises;

/// <summary>One JSON value, twice on its way to the program: through the schema and the compiler, and through a
/// config.</summary>
public class RoundTripTests
{
    private const string Defs = """
        "$defs": {
          "Kind": { "enum": ["light", "3d", "class", "extra large", "", "MAX_SIZE"] },
          "Point": {
            "type": "object",
            "required": ["x"],
            "properties": {
              "x": { "type": "integer" },
              "y": { "type": "integer", "default": -1 },
              "label": { "type": ["string", "null"], "default": "none" },
              "kind": { "$ref": "#/$defs/Kind", "default": "3d" },
              "tags": { "type": "array", "items": { "type": "string" } },
              "at": { "type": "object", "properties": { "day": { "type": "string", "format": "date" } }, "default": { "day": "2025-01-31" } }
            }
          }
        }
        """;

    public static TheoryData<string, string, string> Values => new()
    {
        { """{ "type": "boolean" }""", "true", "true" },
        { """{ "type": "integer" }""", "-2147483648", "-2147483648" },
        { """{ "type": "integer" }""", "1e2", "100" },
        { """{ "type": "integer", "format": "int64" }""", "9223372036854775807", "9223372036854775807" },
        { """{ "type": "integer", "format": "int64" }""", "-9223372036854775808", "-9223372036854775808" },
        { """{ "type": "number" }""", "1.7976931348623157E308", "1.7976931348623157E+308" },
        { """{ "type": "number", "format": "decimal" }""", "79228162514264337593543950335",
            "79228162514264337593543950335" },
        { """{ "type": "number", "format": "decimal" }""", "1.10", "1.10" },
        { """{ "type": "string" }""", "\"a\\u0000\\n\\\"\\\\\"", "\"a\\u0000\\n\\\"\\\\\"" },
        { """{ "type": "string", "format": "date-time" }""", "\"2025-01-31T12:30:15.25+05:30\"",
            "\"2025-01-31T12:30:15.25+05:30\"" },
        { """{ "type": "string", "format": "date" }""", "\"2024-02-29\"", "\"2024-02-29\"" },
        { """{ "type": "string", "format": "uri" }""", "\"urn:a:b\"", "\"urn:a:b\"" },
        { """{ "type": "string", "format": "uuid" }""", "\"6F9619FF-8B86-D011-B42D-00CF4FC964FF\"",
            "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"" },
        { """{ "type": ["integer", "null"] }""", "null", "null" },
        { """{ "type": ["integer", "null"] }""", "7", "7" },
        { """{ "const": "only" }""", "\"only\"", "\"only\"" },
        { "{}", """{"a":[1,null]}""", """{"a":[1,null]}""" },
        { """{ "$ref": "#/$defs/Kind" }""", "\"3d\"", "\"_3d\"" },
        { """{ "$ref": "#/$defs/Kind" }""", "\"class\"", "\"Class\"" },
        { """{ "$ref": "#/$defs/Kind" }""", "\"\"", "\"Empty\"" },
        { """{ "$ref": "#/$defs/Kind" }""", "\"MAX_SIZE\"", "\"MaxSize\"" },
        { """{ "enum": ["a", null] }""", "null", "null" },
        { """{ "enum": ["a", null] }""", "\"a\"", "\"A\"" },
        { """{ "type": "array", "items": { "type": "integer" } }""", "[]", "[]" },
        { """{ "type": "array", "items": { "$ref": "#/$defs/Kind" } }""", """["light","3d"]""", """["Light","_3d"]""" },
        { """{ "type": "array", "items": { "type": ["string", "null"] } }""", """["a",null]""", """["a",null]""" },
        { """{ "type": "array", "items": { "type": "array", "items": { "type": "number" } } }""", "[[1.5],[]]",
            "[[1.5],[]]" },
        { """{ "type": ["array", "null"], "items": { "type": "integer" } }""", "null", "null" },
        {
            """{ "$ref": "#/$defs/Point" }""", """{ "x": 1 }""",
            """{"X":1,"Y":-1,"Label":"none","Kind":"_3d","Tags":null,"At":{"Day":"2025-01-31"}}"""
        },
        {
            """{ "$ref": "#/$defs/Point" }""",
            """{ "x": 1, "y": 2, "label": null, "kind": "light", "tags": ["a"], "at": {} }""",
            """{"X":1,"Y":2,"Label":null,"Kind":"Light","Tags":["a"],"At":{"Day":null}}"""
        },
        {
            """{ "type": "array", "items": { "$ref": "#/$defs/Point" } }""",
            """[{ "x": 1, "at": { "day": "2030-01-01" } }]""",
            """[{"X":1,"Y":-1,"Label":"none","Kind":"_3d","Tags":null,"At":{"Day":"2030-01-01"}}]"""
        },
        { """{ "allOf": [{ "$ref": "#/$defs/Point" }], "type": ["object", "null"] }""", "null", "null" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_default_is_what_is_read_of_the_same_JSON(string type, string json, string expected)
    {
        OneFlag flag = new(OneFlag.Project(type, json, Defs));

        var (value, reason, error) = flag.Ask(json);

        Assert.Null(error);
        Assert.Equal(EvaluationReason.NoNew, reason);
        Assert.Equal(expected, OneFlag.Print(value));
        Assert.Equal(expected, OneFlag.Print(flag.Default));
    }
}
