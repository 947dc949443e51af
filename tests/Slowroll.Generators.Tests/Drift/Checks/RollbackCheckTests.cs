using static Slowroll.Generators.Tests.Drift.EditTest;

namespace Slowroll.Generators.Tests.Drift.Checks;

public class RollbackCheckTests
{
    private const string Ramp = """ "start_time": "2030-03-01 00:00Z", "duration": "10d" """;
    private const string Back = """ "rollback": { "from": "2030-03-05 00:00Z", "over": "2h" } """;
    private const string Slower = """ "rollback": { "from": "2030-03-05 00:00Z", "over": "4h" } """;
    private const string Now = "2030-03-06";

    [Fact]
    public void SLOW3023_a_rollback_that_is_gone_gives_new_back() => Assert.Equal(
        ["SLOW3023 Flag 's.f' gives 'new' back to up to 50 % of all hosts, and its early adopters if it replaces "
            + "'live.json' on 2030-03-06 00:00Z, because the rollback is gone; keep the rollback, or start again with "
            + "a later \"start_time\" and no \"rollback\", in one edit"],
        Messages(
            Config($$"""{{Ramp}}, {{Back}}, "early_adopters": ["fir"] """),
            Config($$"""{{Ramp}}, "early_adopters": ["fir"] """), Now));

    [Theory]
    [InlineData("later", """ "rollback": { "from": "2030-03-07 00:00Z", "over": "2h" } """, Now, true)]
    [InlineData("slower", Slower, "2030-03-05 01:00Z", true)]
    [InlineData("slower, when it is over", Slower, Now, false)]
    [InlineData("earlier", """ "rollback": { "from": "2030-03-04 00:00Z", "over": "2h" } """, Now, false)]
    [InlineData("faster", """ "rollback": { "from": "2030-03-05 00:00Z" } """, "2030-03-05 01:00Z", false)]
    [InlineData("the same", Back, Now, false)]
    [InlineData("gone before it began", """ "salt": "" """, "2030-03-04 23:59:59Z", false)]
    [InlineData("gone, without a day", """ "salt": "" """, null, true)]
    [InlineData("moved, without a day", """ "rollback": { "from": "2030-04-05 00:00Z" } """, null, true)]
    public void SLOW3023_only_a_rollback_that_takes_back_less_is_reported(
        string what, string after, string? asOf, bool isReported)
    {
        var ids = Ids(Config($"{Ramp}, {Back}"), Config($"{Ramp}, {after}"), asOf);

        Assert.True(ids.Contains("SLOW3023") == isReported, $"{what}: {string.Join(' ', ids)}");
    }

    [Theory]
    [InlineData("2030-03-05 00:00Z", Now, false)]
    [InlineData("2030-04-01 00:00Z", Now, false)]
    [InlineData("2030-04-01 00:00Z", null, false)]
    [InlineData("2030-03-04 00:00Z", Now, true)]
    [InlineData("2030-02-01 00:00Z", Now, true)]
    public void SLOW3023_a_later_start_begins_again(string start, string? asOf, bool isReported)
    {
        const string Early = """ "early_adopters": ["fir"] """;
        Assert.Equal(
            isReported,
            Ids(
                Config($"{Ramp}, {Back}, {Early}"),
                Config($$""" "start_time": "{{start}}", "duration": "10d", {{Early}} """),
                asOf).Contains("SLOW3023"));
    }

    [Fact]
    public void SLOW3023_a_canary_has_no_start() => Assert.Equal(
        ["SLOW3023"], Ids(
            Config($$"""{{Back}}, "early_adopters": ["fir"] """), Config(""" "early_adopters": ["fir"] """), Now));

    [Fact]
    public void SLOW3023_is_reported_at_the_rollback_at_the_flag_or_at_the_wave()
    {
        const string Audience = """ "audiences": { "eu": { "keys": ["eu-1"] } } """;
        const string Later = """{ "from": "2030-03-07 00:00Z" }""";
        Assert.Equal(["SLOW3023 \"f\""], Places(Config($"{Ramp}, {Back}"), Config(Ramp), Now));
        Assert.Equal(
            [$"SLOW3023 {Later}"],
            Places(Config($"{Ramp}, {Back}"), Config($$"""{{Ramp}}, "rollback": {{Later}} """), Now));
        Assert.Equal(
            ["SLOW3023 \"f\""],
            Places(
                Config($$"""{{Ramp}}, {{Back}}, "waves": [{ "audience": "eu" }, {}] """, Audience),
                Config($$"""{{Ramp}}, "waves": [{ "audience": "eu" }, {}] """, Audience), Now));
        Assert.Equal(
            ["SLOW3023 {"],
            Places(
                Config($$"""{{Ramp}}, "waves": [{ "audience": "eu", {{Back}} }, {}] """, Audience),
                Config($$"""{{Ramp}}, "waves": [{ "audience": "eu" }, {}] """, Audience), Now));
    }

    [Fact]
    public void SLOW3023_a_rollback_of_the_flag_that_all_waves_get_is_the_same()
    {
        Assert.Empty(Ids(
            Config($$"""{{Ramp}}, {{Back}}, "waves": [{}] """),
            Config($$"""{{Ramp}}, "waves": [{ {{Back}} }] """), Now));
        Assert.Equal(["SLOW3023"], Ids(
            Config($$"""{{Ramp}}, {{Back}}, "waves": [{}], "early_adopters": ["fir"] """),
            Config($$"""{{Ramp}}, "waves": [{ {{Back}} }], "early_adopters": ["fir"] """), Now));
    }
}
