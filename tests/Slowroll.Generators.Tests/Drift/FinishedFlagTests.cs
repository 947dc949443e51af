using Slowroll.Generators.Tests.Compiling;
using static Slowroll.Generators.Tests.Drift.DriftTest;

namespace Slowroll.Generators.Tests.Drift;

/// <summary>Flags that were removed from code and schema, and stand in the live config for older versions of the
/// program.</summary>
public class FinishedFlagTests
{
    private const string Both = """ "on": { "stable": true }, "count": { "stable": 1 } """;

    [Theory]
    [InlineData(
        $$"""{ "features": { {{Both}}, "gone": { "stable": false, "new": true, "end_time": [|"2030-03-15 00:00Z"|], "duration": "14d" } } }""")]
    [InlineData(
        $$"""{ "features": { {{Both}}, "count2": { "stable": 1, "new": 2, "end_time": [|"2030-03-15 00:00Z"|], "duration": "14d" } } }""")]
    public Task SLOW3002_a_finished_flag_that_was_removed_from_the_schema_is_reported_as_finished(string marked) =>
        AssertReports("SLOW3006", marked, ("SlowrollAsOf", "2030-04-01"));

    [Theory]
    [InlineData("2030-03-01",
        $$"""{ "features": { {{Both}}, [|"gone"|]: { "stable": false, "new": true, {{Schedule}} } } }""")]
    [InlineData("", $$"""{ "features": { {{Both}}, [|"gone"|]: { "stable": false, "new": true, {{Schedule}} } } }""")]
    [InlineData("2030-04-01", $$"""{ "features": { {{Both}}, [|"gone"|]: { "stable": false } } }""")]
    public Task SLOW3002_stays_where_it_is_open_who_has_what(string asOf, string marked) =>
        AssertReports("SLOW3002", marked, ("SlowrollAsOf", asOf));

    [Fact]
    public async Task SLOW3002_a_finished_flag_that_is_misspelled_is_reported_as_misspelled() => Assert.Equal(
        [
            "SLOW3002 app_features.schema.json does not declare the flag 'features.onn' (did you mean 'on'?); declare "
                + "it there, or remove it here",
            "SLOW3006 The rollout of flag 'features.onn' finished on 2030-03-15: everybody has 'new'; make that "
                + "'stable', and remove 'new' and its schedule",
        ],
        await Messages(new(
            TestFile.Schema(Schema),
            TestFile.Config(
                $$"""{ "features": { "onn": { "stable": false, "new": true, {{Schedule}} }, "count": { "stable": 1 } } }"""))
        {
            Properties = [("SlowrollAsOf", "2030-04-01")],
        }));

    [Fact]
    public async Task SLOW3006_says_that_a_flag_without_a_declaration_can_be_removed_from_the_config() => Assert.Equal(
        ["SLOW3006 The rollout of flag 'features.gone' finished on 2030-03-15: everybody has 'new', and "
            + "app_features.schema.json does not declare it; remove it from the config"],
        await Messages(new(
            TestFile.Schema(Schema),
            TestFile.Config(
                $$"""{ "features": { {{Both}}, "gone": { "stable": false, "new": true, {{Schedule}} } } }"""))
        {
            Properties = [("SlowrollAsOf", "2030-04-01")],
        }));
}
