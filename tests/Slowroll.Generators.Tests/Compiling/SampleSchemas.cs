namespace Slowroll.Generators.Tests.Compiling;

/// <summary>Schemas that many tests read.</summary>
internal static class SampleSchemas
{
    public const string Small = """
        {
          "x-slowroll": { "hashKey": "host" },
          "properties": {
            "features": {
              "properties": {
                "install_to_opt_foo": {
                  "$ref": "slowroll.schema.json#/$defs/boolean",
                  "description": "Install under /opt/foo.",
                  "default": { "stable": false }
                }
              }
            }
          }
        }
        """;

    /// <summary>Enums, records and lists, shared and inline.</summary>
    public const string Typed = """
        {
          "properties": {
            "ui": {
              "properties": {
                "theme": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "$ref": "#/$defs/Theme" }, "new": { "$ref": "#/$defs/Theme" } },
                  "default": { "stable": "light" },
                  "examples": [{ "stable": "light", "new": "dark" }]
                },
                "banner": {
                  "description": "What is shown on top.",
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "$ref": "#/$defs/Banner" }, "new": { "$ref": "#/$defs/Banner" } },
                  "default": { "stable": { "text": "Hello \"you\"", "links": [{ "url": "https://example.com/" }] } }
                },
                "regions": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "type": "array", "items": { "type": "string" } } },
                  "default": { "stable": ["eu", "us"] }
                },
                "weights": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "type": "array", "items": { "type": ["integer", "null"] } } }
                },
                "size": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "enum": ["3d", "new", "extra large", null] } }
                }
              }
            }
          },
          "$defs": {
            "Theme": { "enum": ["light", "dark"], "title": "The look.", "description": "How it looks <here> & there.", "examples": ["dark"] },
            "Banner": {
              "type": "object",
              "title": "A line of text.",
              "required": ["text"],
              "properties": {
                "text": { "type": "string", "description": "What it says.", "examples": ["Hello", "a < b"] },
                "theme": { "$ref": "#/$defs/Theme", "default": "dark" },
                "width": { "type": "integer" },
                "until": { "type": "string", "format": "date" },
                "links": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["url"],
                    "properties": { "url": { "type": "string", "format": "uri" }, "old": { "type": "boolean", "default": false, "deprecated": true } }
                  },
                  "default": []
                }
              }
            }
          }
        }
        """;

    public const string Rich = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object",
          "description": "What the web shop can do.",
          "x-slowroll": { "hashKey": "user-id" },
          "properties": {
            "$schema": { "type": "string" },
            "features": {
              "type": "object",
              "properties": {
                "is_on": { "$ref": "slowroll.schema.json#/$defs/boolean" },
                "title": { "$ref": "slowroll.schema.json#/$defs/string", "default": { "stable": "say \"hi\"" } },
                "count": { "$ref": "schemas/slowroll.schema.json#/$defs/integer", "default": { "stable": -5, "new": 7 } },
                "ratio": { "$ref": "slowroll.schema.json#/$defs/number", "default": { "stable": 1.5e-3 } },
                "anything": { "$ref": "slowroll.schema.json#/$defs/rollout", "default": { "stable": { "a": [1, null] } } },
                "nothing": { "$ref": "slowroll.schema.json#/$defs/rollout" },
                "old_way": { "$ref": "slowroll.schema.json#/$defs/boolean", "deprecated": true },
              },
              "additionalProperties": false
            },
            "limits": {
              "x-slowroll": { "hashKey": "event" },
              "properties": {
                "bytes": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "$ref": "#/$defs/Bytes" }, "new": { "$ref": "#/$defs/Bytes" } },
                  "default": { "stable": 9007199254740993 }
                },
                "price": { "$ref": "#/$defs/Price", "description": "In euros.\nBefore <taxes> & fees." },
                "starts_at": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "type": "string", "format": "date-time" } },
                  "default": { "stable": "2025-01-31T12:30:15.25+05:30" }
                },
                "day": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "type": "string", "format": "date" } },
                  "default": { "stable": "2025-01-31" }
                },
                "home": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "type": "string", "format": "uri" } },
                  "default": { "stable": "https://example.com/ü" }
                },
                "tenant": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "type": "string", "format": "uuid" } },
                  "default": { "stable": "6F9619FF-8B86-D011-B42D-00CF4FC964FF" },
                  "x-slowroll": { "name": "TenantID", "hashKey": "tenant" }
                },
                "nickname": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "type": ["string", "null"] } }
                },
                "quota": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "type": ["null", "integer"] } },
                  "default": { "stable": 3 }
                }
              }
            }
          },
          "$defs": {
            "Bytes": { "$ref": "#/$defs/Count" },
            "Count": { "type": "integer", "format": "int64" },
            "Price": {
              "allOf": [{ "$ref": "slowroll.schema.json#/$defs/number" }],
              "properties": { "stable": { "type": "number", "format": "decimal" } }
            }
          }
        }
        """;

    /// <summary>Names that are taken and texts that would break out, or can't be seen.</summary>
    public const string Hostile = """
        {
          "description": "*/ </summary> } <evil> \u202Eesrever\u202C \u2028 a new line?",
          "x-slowroll": { "hashKey": "class" },
          "properties": {
            "features\"); throw null; //": {
              "properties": {
                "class": { "$ref": "slowroll.schema.json#/$defs/boolean", "description": "Line one,\nline two & </summary>." },
                "app_features": { "$ref": "slowroll.schema.json#/$defs/integer", "default": { "stable": -2147483648 } },
                "Equals": { "$ref": "slowroll.schema.json#/$defs/number", "default": { "stable": -0.0 } },
                "GetType": { "$ref": "slowroll.schema.json#/$defs/boolean" },
                "2fa\u200B": { "$ref": "slowroll.schema.json#/$defs/boolean", "deprecated": true },
                "f\"lag\\": {
                  "$ref": "slowroll.schema.json#/$defs/string",
                  "default": { "stable": "\"; throw null; // \u0000\u0007\u0085\u202E\uFEFF 🦊 {0} \\u0041" }
                },
                "values": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "$ref": "#/$defs/types" } },
                  "default": { "stable": { "types": "new", "record": ["]]>"] } }
                }
              }
            }
          },
          "$defs": {
            "types": {
              "description": "<remarks>",
              "required": ["types"],
              "properties": {
                "types": { "enum": ["new", "1st", "a\"b", "Equals", "*/ x"], "description": "\u2029" },
                "record": { "type": "array", "items": { "type": "string" }, "default": ["\"", "\u202E"] },
                "EqualityContract": { "type": "integer" }
              }
            }
          }
        }
        """;

    public static string WithFlags(int count, string changed = "false") => $$"""
        {
          "properties": {
            "features": {
              "properties": {
                {{string.Join(",\n", Enumerable.Range(0, count).Select(i => Flag($"flag_{i}", i == count / 2 ? changed : "false")))}}
              }
            }
          }
        }
        """;

    /// <summary>A schema of one section with those flags.</summary>
    /// <param name="members">The flags.</param>
    /// <param name="more">What stands beside the sections, such as definitions.</param>
    public static string WithMembers(string members, string more = "") => $$"""
        { {{(more is "" ? "" : $"{more},")}}
          "properties": {
            "features": {
              "properties": {
                {{members}}
              }
            }
          }
        }
        """;

    private static string Flag(string key, string stable) =>
        $$"""
        "{{key}}": { "$ref": "slowroll.schema.json#/$defs/boolean", "default": { "stable": {{stable}} } }
        """;
}
