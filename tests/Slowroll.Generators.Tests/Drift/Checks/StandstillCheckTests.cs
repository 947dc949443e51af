using static Slowroll.Generators.Tests.Drift.DriftTest;

namespace Slowroll.Generators.Tests.Drift.Checks;

public class StandstillCheckTests
{
    private const string Values = """ "stable": false, "new": true, "start_time": "2030-03-01 00:00Z" """;

    [Theory]
    [InlineData(""" "duration": "14d", "freezes": [{ "from": [|"2030-01-01 00:00Z"|] }] """)]
    [InlineData(""" "duration": "14d", "freezes": [{ "from": [|"2030-03-01 00:00Z"|] }] """)]
    [InlineData(
        """ "steps": [{ "pct": 1, "hold": "1d" }, { "pct": 100 }], "freezes": [{ "from": [|"2030-01-01 00:00Z"|] }] """)]
    [InlineData(
        """ "steps": [{ "pct": 0, "hold": "1d" }, { "pct": 100 }], "freezes": [{ "from": [|"2030-03-01 12:00Z"|] }] """)]
    [InlineData(
        """ "duration": "1d", "waves": [{ "after": "1d" }], "freezes": [{ "from": [|"2030-03-02 00:00Z"|] }] """)]
    [InlineData(
        """ "duration": "1d", "waves": [{ "after": "1d", "freezes": [{ "from": [|"2030-03-01 12:00Z"|] }] }] """)]
    [InlineData("""
        "duration": "14d", "freezes": [{ "from": "2029-01-01 00:00Z", "until": "2029-02-01 00:00Z" }, { "from": [|"2030-01-01 00:00Z"|] }]
        """)]
    public Task SLOW3018_is_reported_at_the_freeze(string fields) =>
        AssertFlagWithSettings("SLOW3018", "", $"{Values}, {fields}");

    [Fact]
    public Task SLOW3018_a_wave_that_stands_still_alone_is_reported_at_its_freeze() => AssertFlagWithSettings(
        "SLOW3018",
        """ "audiences": { "eu": { "keys": ["fir"] } } """,
        $$"""{{Values}}, "duration": "1d", "waves": [{ "audience": "eu" }, { "freezes": [{ "from": [|"2030-01-01 00:00Z"|] }] }] """);

    [Fact]
    public Task SLOW3018_a_freeze_of_the_config_is_reported_at_each_flag_that_it_holds() => AssertReports(
        "SLOW3018",
        $$"""
        {
          "$slowroll": { "freezes": [{ "from": "2030-01-01 00:00Z" }] },
          "features": { [|"on"|]: { {{Values}}, "duration": "14d" }, "count": { "stable": 1, "new": 2, {{Schedule}}, "urgent": "2030-01-01 00:00Z" } }
        }
        """,
        SchemaWithSettings);

    [Theory]
    [InlineData(""" "duration": "14d", "freezes": [{ "from": "2030-03-01 00:00:00.000001Z" }] """)]
    [InlineData(""" "duration": "14d", "freezes": [{ "from": "2030-01-01 00:00Z", "until": "2031-01-01 00:00Z" }] """)]
    [InlineData(
        """ "duration": "14d", "start_pct": 100, "end_pct": 0, "freezes": [{ "from": "2030-01-01 00:00Z" }] """)]
    [InlineData(""" "duration": "14d", "start_pct": 100, "freezes": [{ "from": "2030-01-01 00:00Z" }] """)]
    [InlineData(
        """ "duration": "14d", "rollback": { "from": "2030-03-02 00:00Z" }, "freezes": [{ "from": "2030-01-01 00:00Z" }] """)]
    [InlineData(
        """ "duration": "14d", "freezes": [{ "from": "2030-01-01 00:00Z", "until": "9999-12-31 23:59:59.999999Z" }] """)]
    public Task SLOW3018_is_silent_where_somebody_moves_or_nobody_should(string fields) =>
        AssertFlagWithSettings("", "", $"{Values}, {fields}");

    // The last day of the year 9999 is a Friday.
    [Fact]
    public Task SLOW3018_is_silent_where_time_ends_before_the_next_opening() => AssertFlagWithSettings(
        "",
        """ "hours": "Mon 08:00-16:00Z" """,
        """ "stable": false, "new": true, "start_time": "9999-12-31 00:00Z", "duration": "1h" """);

    [Theory]
    [InlineData("", """ "freezes": [{ "from": "2030-01-01 00:00Z" }] """, "the flag")]
    [InlineData(""" "freezes": [{ "from": "2030-01-01 00:00Z" }] """, """ "salt": "s" """, "the config")]
    [InlineData("", """ "waves": [{ "freezes": [{ "from": "2030-01-01 00:00Z" }] }] """, "the wave")]
    public async Task SLOW3018_says_whose_freeze_it_is(string settings, string fields, string owner) => Assert.Equal(
        [$"SLOW3018 Flag 'features.on' never moves: a freeze of {owner} has no 'until'; write it as soon as the "
            + "rollout may begin"],
        await MessagesOf(settings, $"""{Values}, "duration": "14d", {fields}"""));

    [Fact]
    public async Task SLOW3018_says_which_wave_it_is() => Assert.Equal(
        ["SLOW3018 'waves[1]' of flag 'features.on' never moves: a freeze of the wave has no 'until'; write it as soon "
            + "as the rollout may begin"],
        await MessagesOf(
            """ "audiences": { "eu": { "keys": ["fir"] } } """,
            $$"""{{Values}}, "duration": "1d", "waves": [{ "audience": "eu" }, { "freezes": [{ "from": "2030-01-01 00:00Z" }] }] """));

    // It would say the same again: what never moves never ends.
    [Fact]
    public Task SLOW3018_stands_for_SLOW3014() => AssertFlagWithSettings(
        "SLOW3018",
        "",
        $$""" "stable": false, "new": true, {{Schedule}}, "freezes": [{ "from": [|"2030-01-01 00:00Z"|] }] """);
}
