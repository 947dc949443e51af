using System.Globalization;
using Microsoft.CodeAnalysis;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Drift;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.Tests.Model;

public class FindingLimitTests
{
    [Fact]
    public async Task Of_a_hundred_thousand_findings_in_a_config_a_thousand_are_reported_and_that_there_are_more()
    {
        var flags = string.Join(
            ",\n", Enumerable.Range(0, 100_000).Select(i => $$"""  "f{{i}}": { "stable": true }"""));
        var found = await DriftTest.Analyze(new(
            TestFile.Schema(DriftTest.Schema),
            TestFile.Config(
                $$"""{ "features": { {{flags}}, "on": { "stable": "an error at the very end" }, "count": { "stable": 1 } } }""")));

        Assert.Equal(FindingLimit.Most + 1, found.Count);
        Assert.Single(found, each => each.Id == DriftRules.WrongType.Id);
        Assert.Single(found, each => each.Id == DriftRules.Unclear.Id && each.GetMessage(CultureInfo.InvariantCulture)
            == "Of 100,001 findings in this file, 1,000 are reported; correct these, and the others are reported next");
    }

    [Fact]
    public async Task Of_ten_thousand_mistakes_in_a_schema_a_thousand_are_reported_and_that_there_are_more()
    {
        var flags = string.Join(
            ",", Enumerable.Range(0, 10_000).Select(i => $$"""  "f{{i}}": { "type": "boolean" }"""));
        var found = await TestProject.WithSchema(SampleSchemas.WithMembers(flags)).Analyze();

        Assert.Equal(FindingLimit.Most + 1, found.Length);
        Assert.Single(
            found, each => each.Id == SchemaRules.NotASlowrollSchema.Id && each.GetMessage(CultureInfo.InvariantCulture)
            .EndsWith(
                "Of 10,000 findings in this file, 1,000 are reported; correct these, and the others are reported next",
                StringComparison.Ordinal));
        Assert.All(found, each => Assert.Equal(DiagnosticSeverity.Error, each.Severity));
    }

    [Fact]
    public void Each_rule_and_the_most_severe_findings_are_reported()
    {
        List<(string Rule, int Gravity)> all =
            [.. Enumerable.Repeat(("many", 1), 5_000), ("rare", 0), .. Enumerable.Repeat(("grave", 2), 500)];

        var told = FindingLimit.Reported(all, each => each.Rule, each => each.Gravity);

        Assert.Equal(FindingLimit.Most, told.Count);
        Assert.Equal(["many", "rare", "grave"], told.Select(each => each.Rule).Distinct());
        Assert.Equal(500, told.Count(each => each.Rule is "grave"));
        Assert.Null(FindingLimit.SentenceOfRest(FindingLimit.Most));
        Assert.Same(told, FindingLimit.Reported(told, each => each.Rule, each => each.Gravity));
    }
}
