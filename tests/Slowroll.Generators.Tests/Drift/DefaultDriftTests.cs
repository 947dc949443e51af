using Slowroll.Generators.Tests.Compiling;
using static Slowroll.Generators.Tests.Drift.DriftTest;

namespace Slowroll.Generators.Tests.Drift;

/// <summary>The default of a flag is a rollout, and the rules of rollouts apply to it.</summary>
public class DefaultDriftTests
{
    [Theory]
    [InlineData("SLOW3005", """{ "stable": true, "new": false, "end_time": [|"x"|], "duration": [|"2w"|] }""")]
    [InlineData("SLOW3005", """{ "stable": true, "new": false, "early_adopters": [|"ada"|] }""")]
    [InlineData("SLOW3004", """{ "stable": true, "new": [|"no"|], "early_adopters": ["ada"] }""")]
    [InlineData("SLOW3007", """{ "stable": true, [|"begin_pct"|]: 5 }""")]
    [InlineData("SLOW3009", """{ "stable": true, "new": [|true|], "early_adopters": ["ada"] }""")]
    [InlineData("SLOW3013", """{ "stable": true, [|"end_time"|]: "2030-03-15 00:00Z", "duration": "14d" }""")]
    public Task The_rules_of_rollouts_apply_to_defaults(string rule, string marked) => AssertDefault(rule, marked);

    [Fact]
    public Task SLOW3005_a_missing_field_of_a_default_is_reported_at_its_keyword() =>
        AssertReportsInSchema("SLOW3005", Schema(
            """[|"default"|]: { "stable": true, "new": false }"""));

    [Fact]
    public Task A_default_that_can_be_read_is_not_reported() =>
        AssertDefault("", $$"""{ "stable": true, "new": false, {{Schedule}}, "early_adopters": ["ada"] }""");

    [Theory]
    [InlineData("""{ "stable": "no", "new": "no" }""")]
    [InlineData("""{ "new": true }""")]
    [InlineData("true")]
    public Task A_mistake_of_SLOW1007_in_a_default_is_reported_once(string @default) => AssertDefault("", @default);

    [Fact]
    public void A_flag_is_generated_whatever_its_default_says_beside_the_old_value() => Assert.Contains(
        "IsOn(string",
        string.Concat(TestProject.WithSchema(Schema("""
            "default": { "stable": true, "new": "x", "end_time": "soon" }
            """)).Generate().Values),
        StringComparison.Ordinal);

    private static Task AssertDefault(string rule, string marked) =>
        AssertReportsInSchema(rule, Schema($"\"default\": {marked}"));

    private static string Schema(string @default) => SampleSchemas.WithMembers($$"""
        "is_on": { "$ref": "slowroll.schema.json#/$defs/boolean", {{@default}} }
        """);
}
