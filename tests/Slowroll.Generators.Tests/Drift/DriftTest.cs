using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Drift;

/// <summary>Runs the analyzer on a project, and compares its diagnostics with the places that the config marks with
/// <c>[|</c> and <c>|]</c>.</summary>
internal static class DriftTest
{
    public const string Schema = """
        {
          "properties": {
            "features": {
              "properties": {
                "on": { "$ref": "slowroll.schema.json#/$defs/boolean" },
                "count": { "$ref": "slowroll.schema.json#/$defs/integer" }
              },
              "additionalProperties": false
            }
          }
        }
        """;

    /// <summary>The same with the settings of a config.</summary>
    public static string SchemaWithSettings { get; } = Schema.Replace(
        "\"properties\": {\n    \"features\"",
        "\"properties\": {\n    \"$slowroll\": { \"$ref\": \"slowroll.schema.json#/$defs/settings\" },\n "
            + "   \"features\"",
        StringComparison.Ordinal);

    public const string Schedule = """ "end_time": "2030-03-15 00:00Z", "duration": "14d" """;

    /// <summary>The config says exactly this rule, exactly at the marks; and nothing else.</summary>
    public static Task AssertReports(string rule, string marked, params (string, string)[] properties) =>
        AssertReports(rule, marked, Schema, properties);

    public static Task AssertReports(string rule, string marked, string schema, params (string, string)[] properties) =>
        AssertReports(
            rule, marked, config => new(TestFile.Schema(schema), TestFile.Config(config)) { Properties = properties });

    /// <summary>The same for the marks of a schema.</summary>
    public static Task AssertReportsInSchema(string rule, string marked) =>
        AssertReports(rule, marked, schema => new(TestFile.Schema(schema)));

    private static async Task AssertReports(string rule, string marked, Func<string, TestProject> projectOf)
    {
        TestFileMarkupParser.GetSpans(
            marked, out var text, out ImmutableArray<Microsoft.CodeAnalysis.Text.TextSpan> spans);
        var found = await Analyze(projectOf(text), rule);

        Assert.Equal(
            spans.Select(span => $"{rule} {span.Start}-{span.End} '{text[span.Start..span.End]}'"),
            found.Select(each => Describe(each, text)));
    }

    /// <summary>The same for the members of the section "features", which has both flags.</summary>
    public static Task AssertFlag(string rule, string marked, params (string, string)[] properties) =>
        AssertReports(rule, $$"""{ "features": { "on": {{marked}}, "count": { "stable": 1 } } }""", properties);

    /// <summary>The same for a config with settings; both are without their braces.</summary>
    public static Task AssertFlagWithSettings(
        string rule, string settings, string marked, params (string, string)[] properties) => AssertReports(
            rule,
            $$"""{ "$slowroll": { {{settings}} }, "features": { "on": { {{marked}} }, "count": { "stable": 1 } } }""",
            SchemaWithSettings,
            properties);

    /// <summary>The messages about a flag of a config with settings.</summary>
    public static Task<IReadOnlyList<string>> MessagesOf(
        string settings, string flag, params (string, string)[] properties) => Messages(new(
            TestFile.Schema(SchemaWithSettings),
            TestFile.Config(
                $$"""{ "$slowroll": { {{settings}} }, "features": { "on": { {{flag}} }, "count": { "stable": 1 } } }"""))
        {
            Properties = properties,
        });

    /// <summary>The messages about a flag.</summary>
    public static Task<IReadOnlyList<string>> MessagesOf(string flag, params (string, string)[] properties) =>
        Messages(new(TestFile.Schema(Schema),
            TestFile.Config($$"""{ "features": { "on": {{flag}}, "count": { "stable": 1 } } }"""))
        {
            Properties = properties,
        });

    public static async Task<IReadOnlyList<string>> Messages(TestProject project) =>
        [.. (await Analyze(project)).Select(found => $"{found.Id} {found.GetMessage(CultureInfo.InvariantCulture)}")];

    /// <summary>In the order of the text; a rule that is named is on even if it is off by default.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> Analyze(TestProject project, string rule = "")
    {
        var isOff = new DriftAnalyzer().SupportedDiagnostics.Any(each => each.Id == rule && !each.IsEnabledByDefault);
        CSharpCompilationOptions options = new(OutputKind.DynamicallyLinkedLibrary);
        var found = await project.Analyze(
            new DriftAnalyzer(), isOff
                ? options.WithSpecificDiagnosticOptions([KeyValuePair.Create(rule, ReportDiagnostic.Info)])
                : options);
        return [.. found.OrderBy(each => each.Location.SourceSpan.Start)
            .ThenBy(each => each.Id, StringComparer.Ordinal)];
    }

    private static string Describe(Diagnostic found, string config)
    {
        // The place is compared by line and column; the span alone would not show a wrong one.
        var lines = Microsoft.CodeAnalysis.Text.SourceText.From(config).Lines;
        var span = lines.GetTextSpan(found.Location.GetLineSpan().Span);
        return span == found.Location.SourceSpan
            ? $"{found.Id} {span.Start}-{span.End} '{config[span.Start..span.End]}'"
            : $"{found.Id} at {found.Location.SourceSpan}, and in lines at {span}";
    }
}
