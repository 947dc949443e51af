using static Slowroll.Generators.Tests.Drift.DriftTest;

namespace Slowroll.Generators.Tests.Drift.Reading;

public class ConfigRolloutReaderTests
{
    [Theory]
    [InlineData("[|5|]")]
    [InlineData("[|true|]")]
    [InlineData("""[|["stable"]|]""")]
    public Task SLOW3005_a_flag_that_is_no_object_is_reported_at_its_value(string marked) =>
        AssertFlag("SLOW3005", marked);

    [Theory]
    [InlineData("{ }")]
    [InlineData("""{ "stable": true, "new": false }""")]
    [InlineData("""{ "stable": true, "new": false, "end_time": "2030-03-15 00:00Z" }""")]
    [InlineData("""{ "stable": true, "new": false, "duration": "14d", "early_adopters": ["a"] }""")]
    public Task SLOW3005_what_is_missing_is_reported_at_the_flags_name(string flag) => AssertReports(
        "SLOW3005", $$"""{ "features": { [|"on"|]: {{flag}}, "count": { "stable": 1 } } }""");

    [Theory]
    [InlineData(""" "end_time": [|"soon"|], "duration": [|"1w"|] """)]
    [InlineData(""" "end_time": [|5|], "duration": [|null|] """)]
    [InlineData(""" "end_time": "2030-03-15 00:00Z", "duration": [|"-1d"|] """)]
    [InlineData(""" "end_time": "0001-01-02 00:00Z", "duration": [|"2d"|] """)]
    [InlineData($$""" {{Schedule}}, "start_pct": [|-1|], "end_pct": [|100.5|] """)]
    [InlineData($$""" {{Schedule}}, "start_pct": [|"10"|] """)]
    [InlineData($$""" {{Schedule}}, "early_adopters": [|"web-1"|] """)]
    [InlineData($$""" {{Schedule}}, "salt": [|"\ud800"|] """)]
    [InlineData(""" "end_time": [|"\ud800"|], "duration": [|"1d\udfff"|] """)]
    [InlineData($$""" {{Schedule}}, "early_adopter_patterns": ["ok", [|"("|], [|"(?=a)b"|], [|"a)|(b"|]] """)]
    [InlineData($$""" {{Schedule}}, "salt": [|5|] """)]
    [InlineData($$""" {{Schedule}}, "interpolate": [|"yes"|] """)]
    [InlineData($$""" {{Schedule}}, "interpolate": [|true|] """)]
    public Task SLOW3005_what_can_not_be_read_is_reported_at_the_value(string fields) =>
        AssertFlag("SLOW3005", $$"""{ "stable": true, "new": false, {{fields}} }""");

    [Fact]
    public Task SLOW3005_without_new_nothing_else_is_read() =>
        AssertFlag("SLOW3013", """{ "stable": true, [|"end_time"|]: "soon", "early_adopters": 5 }""");

    [Fact]
    public async Task SLOW3005_says_what_the_running_program_would_say() => Assert.Equal(
        ["SLOW3005 The rollout of flag 'features.on' can't be read: 'soon' is no time: it must end in Z or in an "
            + "offset like +02:00. Write it like '2030-01-31 12:00Z' or '2030-01-31T12:00:00+02:00'."],
        await MessagesOf("""{ "stable": true, "new": false, "end_time": "soon", "duration": "14d" }"""));

    [Theory]
    [InlineData("2030-03-15", "")]
    [InlineData("2030-03-15 00:00Z", "")]
    [InlineData("2030-04-14", "30d")]
    public Task SLOW3006_a_finished_rollout_is_reported_at_its_end(string asOf, string grace) => AssertFlag(
        "SLOW3006",
        """{ "stable": true, "new": false, "end_time": [|"2030-03-15 00:00Z"|], "duration": "14d" }""",
        ("SlowrollAsOf", asOf), ("SlowrollGracePeriod", grace));

    [Theory]
    [InlineData("", "")]
    [InlineData("", "30d")]
    [InlineData("2030-03-14", "")]
    [InlineData("2030-04-13", "30d")]
    public Task SLOW3006_waits_for_its_day(string asOf, string grace) => AssertFlag(
        "", $$"""{ "stable": true, "new": false, {{Schedule}} }""", ("SlowrollAsOf", asOf),
        ("SlowrollGracePeriod", grace));

    [Theory]
    [InlineData(""" "end_pct": 50 """)]
    [InlineData(""" "start_pct": 50, "end_pct": 0, "early_adopters": ["a"] """)]
    public Task SLOW3006_a_ramp_that_left_hosts_on_both_sides_is_not_finished(string fields) => AssertFlag(
        "", $$"""{ "stable": true, "new": false, {{Schedule}}, {{fields}} }""", ("SlowrollAsOf", "2031-01-01"));

    [Fact]
    public async Task SLOW3006_says_who_has_what()
    {
        (string, string) asOf = ("SlowrollAsOf", "2031-01-01");

        Assert.Equal(
            ["SLOW3006 The rollout of flag 'features.on' finished on 2030-03-15: everybody has 'new'; make that "
                + "'stable', and remove 'new' and its schedule"],
            await MessagesOf($$"""{ "stable": true, "new": false, {{Schedule}} }""", asOf));
        Assert.Equal(
            ["SLOW3006 The rollout of flag 'features.on' finished on 2030-03-15: everybody has 'stable' again; remove "
                + "'new' and its schedule"],
            await MessagesOf(
                $$"""{ "stable": true, "new": false, {{Schedule}}, "start_pct": 100, "end_pct": 0 }""", asOf));
    }

    [Fact]
    public Task SLOW3007_a_field_that_nobody_reads_is_reported_at_its_name() => AssertFlag(
        "SLOW3007", $$"""{ "stable": true, "new": false, {{Schedule}}, [|"stat_ptc"|]: 5, [|"owner"|]: "me" }""");

    [Fact]
    public async Task SLOW3007_says_what_may_be_meant() => Assert.Equal(
        [
            "SLOW3007 \"stat_ptc\" of flag 'features.on' is no field of a rollout and is not read (did you mean "
                + "'start_pct'?)",
            "SLOW3007 \"owner\" of flag 'features.on' is no field of a rollout and is not read",
        ],
        await MessagesOf("""{ "stable": true, "stat_ptc": 5, "owner": "me" }"""));

    [Fact]
    public Task SLOW3007_a_field_that_the_schema_declares_is_not_reported() => AssertReports(
        "",
        """{ "features": { "a": { "stable": true, "owner": "me" } } }""",
        """
        { "properties": { "features": { "properties": { "a": {
          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/boolean" }],
          "properties": { "stable": { "type": "boolean" }, "owner": { "type": "string" } }
        } } } } }
        """);

    [Fact]
    public Task SLOW3009_equal_values_are_reported_at_new() => AssertFlag(
        "SLOW3009", $$"""{ "stable": true, "new": [|true|], {{Schedule}} }""");

    [Theory]
    [InlineData("1", "1.0", true)]
    [InlineData("100", "1e2", true)]
    [InlineData("1", "2", false)]
    public Task SLOW3009_compares_values_as_the_program_does(string stable, string @new, bool areEqual) =>
        AssertReports(
            areEqual ? "SLOW3009" : "",
            $$"""
        { "features": {
          "on": { "stable": true },
          "count": { "stable": {{stable}}, "new": {{(areEqual ? $"[|{@new}|]" : @new)}}, {{Schedule}} }
        } }
        """);
}
