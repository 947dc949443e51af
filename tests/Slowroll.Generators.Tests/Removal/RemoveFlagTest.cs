using Slowroll.CodeFixes.Removal;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Removal;

/// <summary>Removes flags from code, and compares the result with what a person would have written.</summary>
internal static class RemoveFlagTest
{
    private const string Path = "/Shop/Program.cs";

    /// <summary>Flags of every kind, all of them finished: <c>on</c> is true and <c>off</c> false for
    /// everybody.</summary>
    public const string Schema = """
        {
          "x-slowroll": { "hashKey": "host" },
          "properties": {
            "features": {
              "properties": {
                "on": { "$ref": "slowroll.schema.json#/$defs/boolean" },
                "off": { "$ref": "slowroll.schema.json#/$defs/boolean" },
                "title": { "$ref": "slowroll.schema.json#/$defs/string", "default": { "stable": "old" } },
                "count": { "$ref": "slowroll.schema.json#/$defs/integer" },
                "size": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "type": "integer", "format": "int64" } }
                },
                "ratio": { "$ref": "slowroll.schema.json#/$defs/number" },
                "price": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "type": "number", "format": "decimal" } }
                },
                "theme": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "$ref": "#/$defs/Theme" } },
                  "default": { "stable": "light" }
                },
                "banner": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "$ref": "#/$defs/Banner" } },
                  "default": { "stable": { "text": "a" } }
                },
                "regions": {
                  "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                  "properties": { "stable": { "type": "array", "items": { "type": "string" } } }
                },
                "running": { "$ref": "slowroll.schema.json#/$defs/boolean" }
              }
            }
          },
          "$defs": {
            "Theme": { "enum": ["light", "dark"] },
            "Banner": { "type": "object", "required": ["text"], "properties": { "text": { "type": "string" } } }
          }
        }
        """;

    private const string Over = """ "end_time": "2030-03-15 00:00Z", "duration": "14d" """;

    public static string Config { get; } = $$"""
        {
          "features": {
            "on": { "stable": false, "new": true, {{Over}} },
            "off": { "stable": false, "new": true, {{Over}}, "start_pct": 100, "end_pct": 0 },
            "title": { "stable": "old", "new": "new", {{Over}} },
            "count": { "stable": 1, "new": -5, {{Over}} },
            "size": { "stable": 1, "new": -5000000000, {{Over}} },
            "ratio": { "stable": 1, "new": -1.5, {{Over}} },
            "price": { "stable": 1, "new": -2.5, {{Over}} },
            "theme": { "stable": "light", "new": "dark", {{Over}} },
            "banner": { "stable": { "text": "a" }, "new": { "text": "b" }, {{Over}} },
            "regions": { "stable": ["eu"], "new": ["eu", "us"], {{Over}} },
            "running": { "stable": false, "new": true, "end_time": "2040-03-15 00:00Z", "duration": "14d" }
          }
        }
        """;

    public static UserProject Shop(string code, string? config = null, string? schema = null) =>
        new("Shop", TestFile.Schema(schema ?? Schema, "/Shop/app.schema.json"),
            TestFile.Config(config ?? Config, "/Shop/app.json"))
        {
            IsProgram = !code.Contains("namespace", StringComparison.Ordinal),
            Code = new Dictionary<string, string> { ["Program.cs"] = code },
        };

    /// <summary>The statements of a method become others, and become no others when it is done again.</summary>
    public static Task AssertBecomes(string statements, string expected) =>
        AssertFile(InMethod(statements), InMethod(expected));

    /// <summary>The same for the members of a class.</summary>
    public static Task AssertMembers(string members, string expected) =>
        AssertFile(InClass(members), InClass(expected));

    public static async Task AssertFile(string code, string expected)
    {
        using UserSolution solution = new(Shop(code));
        Assert.Empty(await solution.ErrorsAsync());

        await solution.FixAllAsync(new RemoveFlag(), Microsoft.CodeAnalysis.CodeFixes.FixAllScope.Solution);

        Assert.Equal(expected, solution[Path]);
        Assert.Empty(await solution.ErrorsAsync());
        await solution.FixAllAsync(new RemoveFlag(), Microsoft.CodeAnalysis.CodeFixes.FixAllScope.Solution);
        Assert.Equal(expected, solution[Path]);
    }

    private static string InMethod(string statements) => InClass($$"""
        object? M(string host, bool x, bool y, object? o)
        {
            {{Indented(statements)}}
        }
        """);

    // What code asks for is there: a call that may do anything, and some that do nothing.
    private static string InClass(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Slowroll;

        namespace Shop;

        class Program
        {
            {{Indented(members)}}

            string GetHost() => "a";
            Task<string> GetHostAsync() => Task.FromResult("a");
            bool F() => true;
            void A() { }
            void B() { }
            void C(object? what) { }
        }
        """;

    private static string Indented(string text) =>
        text.Replace("\n", "\n    ", StringComparison.Ordinal).Replace("\n    \n", "\n\n", StringComparison.Ordinal);
}
