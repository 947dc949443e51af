using static Slowroll.Generators.Tests.Drift.DriftTest;

namespace Slowroll.Generators.Tests.Drift.Checks;

public class AudienceCheckTests
{
    private const string Values =
        """ "stable": false, "new": true, "start_time": "2030-03-02 09:00Z", "duration": "14d" """;

    [Theory]
    [InlineData(""" "eu": { "keys": ["fir"] }, [|"us"|]: { "keys": ["oak"] }, [|"x-a"|]: { } """)]
    [InlineData(""" "eu": { "keys": ["fir"] }, [|"\u0045U"|]: { "keys": ["oak"] } """)]
    public Task SLOW3017_an_audience_that_no_wave_names_is_reported_at_its_name(string audiences) =>
        AssertFlagWithSettings(
            "SLOW3017", $$""" "audiences": { {{audiences}} } """, $$"""{{Values}}, "waves": [{ "audience": "eu" }]""");

    // A rollout that can't be read uses it all the same: it will when its mistake is corrected.
    [Fact]
    public Task SLOW3017_a_flag_that_can_not_be_read_uses_its_audiences() => AssertFlagWithSettings(
        "SLOW3005",
        """ "audiences": { "eu": { "keys": ["fir"] } } """,
        """ "stable": false, "new": true, "start_time": [|"soon"|], "duration": "1d", "waves": [{ "audience": "eu" }] """);

    [Fact]
    public Task SLOW3017_a_wave_that_misspells_an_audience_is_the_only_mistake() => AssertFlagWithSettings(
        "SLOW3005",
        """ "audiences": { "canaries": { "keys": ["fir"] } } """,
        $$"""{{Values}}, "waves": [{ "audience": [|"canarys"|] }]""");

    [Fact]
    public async Task SLOW3017_says_what_to_do() => Assert.Equal(
        ["SLOW3017 No wave of any flag uses the audience 'eu'; name it in a wave, or remove it"],
        await MessagesOf(""" "audiences": { "eu": { "keys": ["fir"] } } """, """ "stable": true """));
}
