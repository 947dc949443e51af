using Microsoft.CodeAnalysis;
using Slowroll.Generators.Tests.Compiling;
using static Slowroll.Generators.Tests.Drift.DriftTest;

namespace Slowroll.Generators.Tests.Drift.Checks;

public class FieldCheckTests
{
    [Theory]
    [InlineData("step")]
    [InlineData("setps")]
    [InlineData("stepz")]
    [InlineData("Steps")]
    [InlineData("st\\u0065p")]
    [InlineData("start_tme")]
    [InlineData("start-time")]
    [InlineData("startTime")]
    [InlineData("START TIME")]
    [InlineData("wave")]
    [InlineData("hour")]
    [InlineData("early_adopter")]
    [InlineData("earlyAdopterPatterns")]
    [InlineData("stabel")]
    [InlineData("salts")]
    [InlineData("interpolat")]
    public Task SLOW3019_a_name_that_is_nearly_a_field_is_an_error_at_its_name(string name) => AssertFlag(
        "SLOW3019", $$"""{ "stable": true, "new": false, {{Schedule}}, [|"{{name}}"|]: 5 }""");

    [Theory]
    [InlineData("stps_")]
    [InlineData("owner")]
    [InlineData("hourses")]
    [InlineData("x-steps")]
    [InlineData("")]
    public Task SLOW3007_a_name_that_is_not_so_near_stays_a_warning(string name) => AssertFlag(
        "SLOW3007", $$"""{ "stable": true, "new": false, {{Schedule}}, [|"{{name}}"|]: 5 }""");

    [Theory]
    [InlineData("freeze")]
    [InlineData("rolback")]
    [InlineData("Urgent")]
    public async Task What_is_nearly_a_control_rejects_the_config_and_is_reported_once(string name) => Assert.Equal(
        "SLOW3001",
        Assert.Single(await MessagesOf($$"""{ "stable": true, "new": false, {{Schedule}}, "{{name}}": 5 }"""))[..8]);

    [Theory]
    [InlineData("start_tme")]
    [InlineData("freeze")]
    public Task SLOW3019_a_default_of_a_schema_is_a_rollout_too(string name) => AssertReportsInSchema(
        "SLOW3019",
        $$"""
        { "properties": { "features": { "properties": {
          "on": { "$ref": "slowroll.schema.json#/$defs/boolean", "default": { "stable": true, [|"{{name}}"|]: 5 } }
        } } } }
        """);

    [Theory]
    [InlineData("", """ "properties": { "step": { } } """, "step")]
    [InlineData("", """ "additionalProperties": true """, "owner")]
    [InlineData("SLOW3019", """ "additionalProperties": true """, "step")]
    [InlineData("SLOW3007", """ "properties": { "owner": { } } """, "ownr")]
    public Task SLOW3019_a_field_that_the_schema_declares_is_meant(string rule, string declared, string name) =>
        AssertReports(
            rule,
            rule.Length == 0
                ? $$"""{ "features": { "a": { "stable": true, "{{name}}": 5 } } }"""
                : $$"""{ "features": { "a": { "stable": true, [|"{{name}}"|]: 5 } } }""",
            SampleSchemas.WithMembers($$"""
                "a": { "allOf": [{ "$ref": "slowroll.schema.json#/$defs/boolean" }], {{declared}} }
                """));

    [Fact]
    public async Task SLOW3019_says_what_is_meant()
    {
        Assert.Equal(
            ["SLOW3019 \"start_tme\" of flag 'features.on' is not read: it is nearly \"start_time\"; write "
                + "\"start_time\", or another name"],
            await MessagesOf("""{ "stable": true, "start_tme": "2030-03-15 00:00Z" }"""));
        Assert.Equal(
            DiagnosticSeverity.Error,
            Assert.Single(await Analyze(new(
                TestFile.Schema(Schema),
                TestFile.Config(
                    """{ "features": { "on": { "stable": true, "step": 5 }, "count": { "stable": 1 } } }"""))))
                .Severity);
    }
}
