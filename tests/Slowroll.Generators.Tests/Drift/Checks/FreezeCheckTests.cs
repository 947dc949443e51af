using static Slowroll.Generators.Tests.Drift.EditTest;

namespace Slowroll.Generators.Tests.Drift.Checks;

public class FreezeCheckTests
{
    private const string Ramp = """ "start_time": "2030-03-01 00:00Z", "duration": "10d" """;
    private const string Open = """ "freezes": [{ "from": "2030-03-03 00:00Z" }] """;
    private const string Past = """ "freezes": [{ "from": "2030-03-03 00:00Z", "until": "2030-03-05 00:00Z" }] """;
    private const string Fridays = Ramp + """, "hours": "Fri 00:00-24:00Z" """;

    private const string Hold =
        """ "start_time": "2030-03-01 00:00Z", "steps": [{ "pct": 5, "hold": "9d" }, { "pct": 9 }] """;

    private const string Now = "2030-03-06";

    [Theory]
    [InlineData(Open, "", " (from 20 % to 50 %)")]
    [InlineData(Past, "", " (from 30 % to 50 %)")]
    [InlineData(Past, """ "freezes": [{ "from": "2030-03-04 00:00Z", "until": "2030-03-05 00:00Z" }] """,
        " (from 30 % to 40 %)")]
    public void SLOW3022_a_freeze_of_the_config_that_is_gone_lets_a_ramp_jump_ahead(
        string before, string after, string jump) => Assert.Equal(
            ["SLOW3022 The freeze of the config from 2030-03-03 00:00Z is gone if this config replaces 'live.json' on "
                + $"2030-03-06 00:00Z, so the share of flag 's.f' jumps ahead{jump} as if it had not stood still; keep "
                + "the freeze, and write \"until\" into it, not earlier than 2030-03-06 00:00Z"],
            Messages(Config(Ramp, before), Config(Ramp, after), Now));

    [Theory]
    [InlineData("2030-03-04 00:00Z", "is shorter")]
    [InlineData("2030-03-05 23:59:59Z", "is shorter")]
    [InlineData("2030-03-06 00:00Z", null)]
    [InlineData("2030-03-06 00:00:00.000001Z", null)]
    [InlineData("9999-12-31 23:59Z", null)]
    public void SLOW3022_an_open_freeze_gets_an_end_that_is_not_in_the_past(string until, string? what)
    {
        var messages = Messages(
            Config(Ramp, Open),
            Config(Ramp, $$""" "freezes": [{ "from": "2030-03-03 00:00Z", "until": "{{until}}" }] """), Now);

        if (what is null)
            Assert.Empty(messages);
        else
            Assert.Contains(what, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the end of a closed freeze", Past,
        """ "freezes": [{ "from": "2030-03-03 00:00Z", "until": "2030-03-04 00:00Z" }] """, Now, true)]
    [InlineData("a freeze that has not begun", """ "freezes": [{ "from": "2030-03-06 00:00Z" }] """, "", Now, false)]
    [InlineData(
        "before the flag starts", """ "freezes": [{ "from": "2030-02-01 00:00Z" }] """, "", "2030-02-20", false)]
    [InlineData("over before the flag started",
        """ "freezes": [{ "from": "2030-02-01 00:00Z", "until": "2030-03-01 00:00Z" }] """, "", Now, false)]
    [InlineData("after the end", Past, "", "2030-03-13", false)]
    [InlineData("one microsecond before the end", Past, "", "2030-03-12 23:59:59.999999Z", true)]
    [InlineData("another freeze has the time", Past,
        """ "freezes": [{ "from": "2030-03-03 00:00Z", "until": "2030-03-04 00:00Z" }, """
            + """{ "from": "2030-03-04 00:00Z", "until": "2030-03-05 00:00Z" }] """, Now, false)]
    [InlineData("without a day", Open, "", null, true)]
    [InlineData("without a day an end may be in time", Open, Past, null, false)]
    public void SLOW3022_is_about_what_the_freeze_held(
        string what, string before, string after, string? asOf, bool isReported)
    {
        var ids = Ids(Config(Ramp, before), Config(Ramp, after), asOf);

        Assert.True(ids.Contains("SLOW3022") == isReported, $"{what}: {string.Join(' ', ids)}");
    }

    [Theory]
    [InlineData("urgent flags aren't held", Ramp + """, "urgent": "2030-03-02 00:00Z" """,
        Ramp + """, "urgent": "2030-03-02 00:00Z" """, false)]
    [InlineData("urgent too late", Ramp, Ramp + """, "urgent": "2030-03-04 00:00Z" """, true)]
    [InlineData("urgent from now on", Ramp, Ramp + """, "urgent": "2030-03-06 00:00Z" """, false)]
    [InlineData("the flag has the freeze now", Ramp, Ramp + "," + Open, false)]
    [InlineData("a share that falls", Ramp + """, "start_pct": 100, "end_pct": 0 """,
        Ramp + """, "start_pct": 100, "end_pct": 0 """, false)]
    [InlineData("a new start", Ramp, """ "start_time": "2030-03-06 00:00Z", "duration": "10d" """, false)]
    [InlineData("rolled back", Ramp + """, "rollback": { "from": "2030-03-05 00:00Z" } """,
        Ramp + """, "rollback": { "from": "2030-03-05 00:00Z" } """, false)]
    [InlineData("a canary", """ "early_adopters": ["fir"] """, """ "early_adopters": ["fir"] """, false)]
    [InlineData("an end", """ "end_time": "2030-03-11 00:00Z", "duration": "10d" """,
        """ "end_time": "2030-03-11 00:00Z", "duration": "10d" """, true)]
    [InlineData("a hold", Hold, Hold, true)]
    [InlineData("closed hours", Fridays, Fridays, false)]
    public void SLOW3022_is_about_flags_that_the_freeze_of_the_config_held(
        string what, string before, string after, bool isReported)
    {
        var settings = after.Contains("urgent", StringComparison.Ordinal) ? Open : "";
        var ids = Ids(Config(before, Open), Config(after, settings), Now);

        Assert.True(ids.Contains("SLOW3022") == isReported, $"{what}: {string.Join(' ', ids)}");
    }

    [Fact]
    public void SLOW3022_a_freeze_of_the_config_is_reported_once_for_all_flags()
    {
        var flag = $$"""{ "stable": 1, "new": 2, {{Ramp}} }""";
        var flags = $$""" "s": { "f": {{flag}}, "g": {{flag}}, "h": { "stable": 1 } }, "t": { "f": {{flag}} } }""";

        Assert.Contains(
            "so the share of flag 's.f' and 2 more jumps ahead",
            Assert.Single(Messages($$"""{ "$slowroll": { {{Open}} }, {{flags}}""", $$"""{ {{flags}}""", Now)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Open, "", "{")]
    [InlineData(Past, """ "hours": "Mon-Sun 00:00-24:00Z" """, "\"$slowroll\"")]
    [InlineData(Past, """ "freezes": [] """, "[]")]
    [InlineData(Open, """ "freezes": [{ "from": "2030-03-03 00:00Z", "until": "2030-03-04 00:00Z" }] """,
        "\"2030-03-04 00:00Z\"")]
    public void SLOW3022_is_reported_where_the_freeze_is_or_would_be(string before, string after, string place)
    {
        var later = Config(Ramp, after);
        later = after.Length == 0 ? later.Replace("\"$slowroll\": {  }, ", "", StringComparison.Ordinal) : later;

        Assert.Equal([$"SLOW3022 {place}"], Places(Config(Ramp, before), later, Now));
    }

    [Fact]
    public void SLOW3022_freezes_of_flags_and_waves_are_reported_at_the_flag_and_at_the_wave()
    {
        const string Audience = """ "audiences": { "eu": { "keys": ["eu-1"] } } """;
        Assert.Equal(["SLOW3022 \"f\""], Places(Config($"{Ramp}, {Open}"), Config(Ramp), Now));
        Assert.Equal(
            ["SLOW3022 {"],
            Places(
                Config($$"""{{Ramp}}, "waves": [{ "audience": "eu", {{Open}} }, {}] """, Audience),
                Config($$"""{{Ramp}}, "waves": [{ "audience": "eu" }, {}] """, Audience), Now));
        Assert.StartsWith(
            "SLOW3022 The freeze of waves[0] from 2030-03-03 00:00Z is gone",
            Assert.Single(Messages(
                Config($$"""{{Ramp}}, "waves": [{ "audience": "eu", {{Open}} }, {}] """, Audience),
                Config($$"""{{Ramp}}, "waves": [{ "audience": "eu" }, {}] """, Audience), Now)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_config_that_is_rejected_replaces_nothing() => Assert.Equal(
        ["SLOW3001"], Ids(Config(Ramp, Open), Config(Ramp, """ "freezs": [] """), Now));
}
