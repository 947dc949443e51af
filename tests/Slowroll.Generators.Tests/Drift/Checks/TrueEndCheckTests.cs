using static Slowroll.Generators.Tests.Drift.DriftTest;

namespace Slowroll.Generators.Tests.Drift.Checks;

// The first of March 2030 is a Friday.
public class TrueEndCheckTests
{
    private const string Ramp =
        """ "stable": false, "new": true, "end_time": [|"2030-03-15 00:00Z"|], "duration": "14d" """;

    private const string Weeks =
        """ "stable": false, "new": true, "end_time": "2030-03-15 00:00Z", "duration": "14d" """;

    [Theory]
    [InlineData("", """ "hours": "Mon-Fri 08:00-16:00Z" """)]
    [InlineData("", """ "freezes": [{ "from": "2030-03-10 00:00Z", "until": "2030-03-12 00:00Z" }] """)]
    [InlineData("", """ "freezes": [{ "from": "2030-03-14 23:59:59Z", "until": "2030-03-15 00:00Z" }] """)]
    [InlineData(""" "hours": "Mon-Fri 08:00-16:00Z" """, """ "salt": "s" """)]
    [InlineData(
        """ "freezes": [{ "from": "2030-03-10 00:00Z", "until": "2030-03-12 00:00Z" }] """,
        """ "interpolate": false """)]
    [InlineData("", """ "freezes": [{ "from": "2030-03-10 00:00Z" }] """)]
    public Task SLOW3014_is_reported_at_the_end_that_is_none(string settings, string fields) =>
        AssertFlagWithSettings("SLOW3014", settings, $"{Ramp}, {fields}");

    [Theory]
    [InlineData(
        """ "freezes": [{ "from": "2030-03-10 00:00Z", "until": "2030-03-12 00:00Z" }] """,
        "with its hours and freezes it ends on 2030-03-17 00:00Z")]
    [InlineData(""" "hours": "Mon-Sun 00:00-12:00Z" """, "with its hours and freezes it ends on 2030-03-28 12:00Z")]
    [InlineData(
        """ "freezes": [{ "from": "2030-03-10 00:00Z" }] """, "it never ends, since a freeze has no 'until'")]
    [InlineData(
        """ "freezes": [{ "from": "2030-03-10 00:00Z", "until": "9999-12-30 00:00Z" }] """,
        "it never ends: with its hours and freezes that would be after the year 9999")]
    public async Task SLOW3014_says_both_instants(string fields, string expected) => Assert.Equal(
        [$"SLOW3014 'end_time' of flag 'features.on' is 2030-03-15 00:00Z, but {expected}"],
        await MessagesOf("", $"{Weeks}, {fields}"));

    [Fact]
    public async Task SLOW3014_a_jump_waits_for_the_next_opening() => Assert.Equal(
        ["SLOW3014 'end_time' of flag 'features.on' is 2030-03-16 12:00Z, but with its hours and freezes it ends on "
            + "2030-03-18 08:00Z"],
        await MessagesOf(""" "hours": "Mon-Fri 08:00-16:00Z" """, """
            "stable": false, "new": true, "end_time": "2030-03-16 12:00Z", "duration": "0s"
            """));

    [Theory]
    [InlineData(""" "freezes": [{ "from": "2030-03-15 00:00Z" }] """)]
    [InlineData(""" "freezes": [{ "from": "2030-02-10 00:00Z", "until": "2030-03-01 00:00Z" }] """)]
    [InlineData(""" "start_pct": 100, "end_pct": 0, "hours": "Mon 08:00-16:00Z" """)]
    [InlineData(""" "start_pct": 5, "end_pct": 5, "hours": "Mon 08:00-16:00Z" """)]
    [InlineData(""" "hours": "Mon 08:00-16:00Z", "rollback": { "from": "2030-03-12 00:00Z" } """)]
    [InlineData(""" "hours": "Mon 08:00-16:00Z", "urgent": "2030-02-01 00:00Z" """)]
    public Task SLOW3014_is_silent_where_nothing_holds_the_end_back(string fields) =>
        AssertFlagWithSettings("", "", $"{Weeks}, {fields}");

    [Theory]
    [InlineData("SLOW3014", "2030-03-16 23:59Z", "[|", "|]")]
    [InlineData("SLOW3006", "2030-03-17 00:00Z", "[|", "|]")]
    public Task SLOW3014_is_silent_as_soon_as_the_flag_is_over(string rule, string asOf, string open, string close) =>
        AssertFlagWithSettings(
            rule,
            "",
            $$"""
            "stable": false, "new": true, "end_time": {{open}}"2030-03-15 00:00Z"{{close}}, "duration": "14d",
            "freezes": [{ "from": "2030-03-10 00:00Z", "until": "2030-03-12 00:00Z" }]
            """,
            ("SlowrollAsOf", asOf));

    [Theory]
    [InlineData("8h")]
    [InlineData("1m")]
    public Task SLOW3014_is_silent_where_a_rollout_ends_when_the_hours_do(string duration) => AssertFlagWithSettings(
        "",
        """ "hours": "Mon-Fri 08:00-16:00Z" """,
        $$""" "stable": false, "new": true, "end_time": "2030-03-15 16:00Z", "duration": "{{duration}}" """);

    [Fact]
    public Task SLOW3014_a_schedule_that_says_its_start_promises_no_end() => AssertFlagWithSettings(
        "",
        """ "hours": "Mon 08:00-16:00Z" """,
        """ "stable": false, "new": true, "start_time": "2030-03-15 00:00Z", "duration": "14d" """);
}
