using static Slowroll.Generators.Tests.Drift.DriftTest;

namespace Slowroll.Generators.Tests.Drift.Checks;

public class WaveCheckTests
{
    private const string Audiences = """
        "audiences": {
          "a": { "keys": ["fir", "oak", "ash"], "patterns": ["web-[0-9]+"] },
          "b": { "keys": ["fir"] },
          "c": { "keys": ["fir", "web-7"], "patterns": ["oak"] },
          "d": { "keys": ["elm"] },
          "e": { "patterns": ["web-[0-9]+"] }
        }
        """;

    private const string Nobody = """ "nobody": { "keys": [], "patterns": ["", ""] } """;

    // A Saturday.
    private const string Values =
        """ "stable": false, "new": true, "start_time": "2030-03-02 09:00Z", "duration": "14d" """;

    // Each audience is used, so that no other rule is reported.
    private const string Others = """
        "waves": [{ "audience": "d" }, { "audience": "e" }, { "audience": "b" }, { "audience": "c" }, { "audience": "a" }]
        """;

    [Theory]
    [InlineData("""{ }, { "audience": [|"a"|] }, [|{|] "after": "1d" }""")]
    [InlineData("""{ "audience": "a" }, { "audience": [|"a"|] }, { }""")]
    [InlineData("""{ "audience": "a" }, { "audience": [|"b"|] }""")]
    [InlineData("""{ "audience": "a" }, { "audience": [|"c"|] }, { "audience": [|"e"|] }""")]
    public Task SLOW3015_a_wave_without_hash_keys_is_reported_at_its_audience(string waves) => AssertWaves(
        "SLOW3015", waves);

    [Theory]
    [InlineData("""{ "audience": "b" }, { "audience": "a" }, { }""")]
    [InlineData("""{ "audience": "e" }, { "audience": "b" }, { "audience": "c" }, { "audience": "a" }""")]
    [InlineData("""{ "audience": "d" }, { "audience": "c" }""")]
    [InlineData("""{ "audience": "b" }, { "audience": "e" }, { "audience": "c" }""")]
    [InlineData("""{ "audience": "e" }, { "audience": "a" }""")]
    public Task SLOW3015_a_wave_that_a_hash_key_may_be_in_is_not_reported(string waves) => AssertWaves("", waves);

    [Fact]
    public Task SLOW3015_an_empty_audience_is_reported() => AssertFlagWithSettings(
        "SLOW3015",
        $$""" "audiences": { {{Nobody}} } """,
        $$"""{{Values}}, "waves": [{ "audience": [|"nobody"|] }, { }] """);

    [Fact]
    public Task SLOW3015_waves_and_early_adopters_may_have_all_hash_keys_together() => AssertWaves(
        "SLOW3015",
        """{ "audience": "e" }, { "audience": "b" }, { "audience": "c" }, { "audience": [|"a"|] }""",
        """ "early_adopters": ["ash"] """);

    [Theory]
    [InlineData("SLOW3015", """ "early_adopters": ["elm"] """, """[|"d"|]""")]
    [InlineData("SLOW3015", """ "early_adopter_patterns": ["el[kmn]"] """, """[|"d"|]""")]
    [InlineData("", """ "early_adopters": ["elms"] """, "\"d\"")]
    public Task SLOW3015_early_adopters_are_in_no_wave(string rule, string fields, string audience) => AssertWaves(
        rule, $$"""{ "audience": {{audience}} }, { "audience": "a" }""", fields);

    [Theory]
    [InlineData("""{ }, { "audience": "a" }""",
        "'waves[1]' of flag 'features.on': 'waves[0]' has no audience, so that it takes all; move it to the end, or "
            + "give it an audience")]
    [InlineData("""{ "audience": "a" }, { "audience": "a" }""",
        "'waves[1]' of flag 'features.on': 'waves[0]' has the same audience, and the first one counts; remove one of "
            + "the two, or name another audience")]
    [InlineData("""{ "audience": "nobody" }""",
        "'waves[0]' of flag 'features.on': its audience 'nobody' is empty; write keys or patterns into it, or remove "
            + "the wave")]
    [InlineData("""{ "audience": "a" }, { "audience": "b" }""",
        "'waves[1]' of flag 'features.on': everybody in its audience 'b' is in an earlier wave or an early adopter; "
            + "change the order of the waves, or remove this one")]
    public async Task SLOW3015_says_why(string waves, string expected) => Assert.Equal(
        $"SLOW3015 No hash key can be in {expected}",
        Assert.Single(
            await MessagesOf(
                Audiences.Replace("\"b\"", Nobody + ", \"b\"", StringComparison.Ordinal),
                $"{Values}, \"waves\": [{waves}]"),
            message => message.StartsWith("SLOW3015", StringComparison.Ordinal)));

    [Theory]
    [InlineData("""{ "audience": "a" }, { "after": [|"1d"|] }""")]
    [InlineData("""{ "audience": "a", "after": [|"1d"|] }, { }""")]
    [InlineData("""{ "audience": "a" }, { "audience": "d", "after": [|"12h"|] }, { "after": [|"1d"|] }""")]
    [InlineData(
        """{ "audience": "a", "freezes": [{ "from": "2030-03-04 08:00Z", "until": "2030-03-05 09:00Z" }] }, { "after": [|"3d"|] }""")]
    [InlineData("""{ "audience": "a" }, { "after": [|"1d"|], "steps": [{ "pct": 100 }] }""")]
    public Task SLOW3016_waves_that_begin_together_are_reported_at_the_longer_after(string waves) => AssertWaves(
        "SLOW3016", waves, """ "hours": "Mon-Fri 08:00-16:00Z" """);

    [Theory]
    [InlineData("""{ "audience": "a" }, { "after": "2d" }""")]
    [InlineData("""{ "audience": "a" }, { }""")]
    [InlineData("""{ "audience": "a", "after": "1d" }, { "after": "24h" }""")]
    [InlineData("""{ "audience": "a", "start_pct": 100 }, { "after": "1d" }""")]
    [InlineData("""{ "audience": "a", "rollback": { "from": "2030-03-03 00:00Z" } }, { "after": "1d" }""")]
    public Task SLOW3016_is_silent_where_waves_begin_as_they_should(string waves) => AssertWaves(
        "", waves, """ "hours": "Mon-Fri 08:00-16:00Z" """);

    [Fact]
    public Task SLOW3016_is_silent_where_nothing_holds_the_waves_back() => AssertWaves(
        "",
        """{ "audience": "a", "steps": [{ "pct": 0, "hold": "1d" }, { "pct": 100 }] }, { "after": "1d" }""");

    [Theory]
    [InlineData("SLOW3016", "2030-03-04 07:59Z", """[|"1d"|]""")]
    [InlineData("", "2030-03-04 08:00Z", "\"1d\"")]
    public Task SLOW3016_is_silent_as_soon_as_they_have_begun(string rule, string asOf, string after) => AssertWaves(
        rule, $$"""{ "audience": "a" }, { "after": {{after}} }""", """ "hours": "Mon-Fri 08:00-16:00Z" """, asOf);

    [Fact]
    public async Task SLOW3016_says_when_and_with_which_wave() => Assert.Equal(
        ["SLOW3016 'waves[1]' of flag 'features.on' begins on 2030-03-04 08:00Z together with 'waves[0]', though its "
            + "'after' is longer: hours or a freeze hold back both until then; choose an 'after' that leads behind "
            + "that instant"],
        await MessagesOf(
            """ "audiences": { "a": { "keys": ["fir"] } }, "hours": "Mon-Fri 08:00-16:00Z" """,
            $$"""{{Values}}, "waves": [{ "audience": "a" }, { "after": "1d" }] """));

    private static Task AssertWaves(
        string rule, string waves, string fields = """ "salt": "s" """, string? asOf = null) =>
        AssertReports(
            rule,
            $$"""
            {
              "$slowroll": { {{Audiences}} },
              "features": {
                "on": { {{Values}}, {{fields}}, "waves": [{{waves}}] },
                "count": { "stable": 1, "new": 2, "start_time": "2030-03-02 09:00Z", "duration": "0s", {{Others}} }
              }
            }
            """,
            SchemaWithSettings,
            asOf is null ? [] : [("SlowrollAsOf", asOf)]);
}
