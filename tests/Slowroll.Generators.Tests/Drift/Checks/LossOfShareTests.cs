using static Slowroll.Generators.Tests.Drift.EditTest;

namespace Slowroll.Generators.Tests.Drift.Checks;

/// <summary>SLOW3010 in all forms of schedules.</summary>
public class LossOfShareTests
{
    private const string Ramp = """ "start_time": "2030-03-01 00:00Z", "duration": "10d" """;
    private const string Steps =
        """ "start_time": "2030-03-01 00:00Z", "steps": [{ "pct": 10, "hold": "9d" }, { "pct": 100 }] """;

    private const string Now = "2030-03-06";

    private const string Audiences = """
        "audiences": { "eu": { "keys": ["eu-1"] }, "us": { "patterns": ["us-.*"] }, "no": {} }
        """;

    [Theory]
    [InlineData("steps", Steps, "40 %")]
    [InlineData("narrower hours", Ramp + """, "hours": "Sat 00:00-24:00Z" """, "40 %")]
    [InlineData("a later start", """ "start_time": "2030-03-02 00:00Z", "duration": "10d" """, "10 %")]
    [InlineData("a freeze that has begun", Ramp + """, "freezes": [{ "from": "2030-03-04 00:00Z" }] """, "20 %")]
    [InlineData("a freeze that is over", Ramp
        + """, "freezes": [{ "from": "2030-03-03 00:00Z", "until": "2030-03-04 00:00Z" }] """, "10 %")]
    [InlineData(
        "a freeze that began just before", Ramp + """, "freezes": [{ "from": "2030-03-05 23:59:59Z" }] """, "0.01 %")]
    [InlineData("a freeze from now on", Ramp + """, "freezes": [{ "from": "2030-03-06 00:00Z" }] """, null)]
    [InlineData("the reached share from now on",
        """ "start_time": "2030-03-06 00:00Z", "duration": "9d", "start_pct": 50 """, null)]
    [InlineData("the reached share, later on",
        """ "start_time": "2030-03-08 00:00Z", "duration": "9d", "start_pct": 50 """, null)]
    [InlineData("a little less",
        """ "start_time": "2030-03-06 00:00Z", "duration": "9d", "start_pct": 49.999999 """, "0.01 %")]
    [InlineData("a rollback", Ramp + """, "rollback": { "from": "2030-03-05 00:00Z", "over": "9d" } """, null)]
    [InlineData("a rollback and a later start", """
        "start_time": "2030-03-02 00:00Z", "duration": "10d", "rollback": { "from": "2030-03-06 00:00:01Z" }
        """, "10 %")]
    [InlineData("a rollback that is over", """
        "start_time": "2030-03-02 00:00Z", "duration": "10d", "rollback": { "from": "2030-03-05 00:00Z" }
        """, null)]
    [InlineData("waves", Ramp + """, "waves": [{ "audience": "eu", "after": "1d" }, {}] """,
        "10 % of the hosts of audience 'eu'")]
    [InlineData("a wave for some", Ramp + """, "waves": [{ "audience": "eu" }] """, "50 % of the hosts in no wave")]
    [InlineData("three groups", Ramp
        + """, "waves": [{ "audience": "eu", "after": "2d" }, { "audience": "us", "after": "1d" }] """,
        "50 % of the hosts in no wave, and up to 20 % of the hosts of audience 'eu', and up to 10 % of the hosts of "
            + "audience 'us'")]
    [InlineData("the same in waves", Ramp + """, "waves": [{ "audience": "eu" }, {}] """, null)]
    public void SLOW3010_is_exact_in_all_forms_of_schedules(string what, string after, string? whom) =>
        AssertLoss(what, Messages(Config(Ramp), Config(after, Audiences), Now), whom);

    [Theory]
    [InlineData("a flag that gets urgent no more", Ramp + """, "urgent": "2030-03-01 00:00Z" """, Ramp, "50 %")]
    [InlineData("a rollback that goes on", Ramp + """, "rollback": { "from": "2030-03-05 00:00Z", "over": "2d" } """,
        """ "start_time": "2030-03-06 00:00Z", "duration": "10d" """, "20 %")]
    [InlineData("after a rollback", Ramp + """, "rollback": { "from": "2030-03-05 00:00Z" } """,
        """ "start_time": "2030-03-07 00:00Z", "duration": "10d" """, null)]
    [InlineData("a wave removed", Ramp + """, "waves": [{ "audience": "eu" }, { "audience": "us" }] """,
        Ramp + """, "waves": [{ "audience": "eu" }] """, "50 % of the hosts of audience 'us'")]
    [InlineData("a wave of nobody", Ramp + """, "waves": [{ "audience": "no" }, {}] """, Ramp, null)]
    [InlineData("waves removed", Ramp + """, "waves": [{ "audience": "eu", "duration": "5d" }, {}] """, Ramp,
        "50 % of the hosts of audience 'eu'")]
    public void SLOW3010_is_exact_where_a_control_or_wave_is_gone(
        string what, string before, string after, string? whom)
    {
        const string Frozen = Audiences + """
            , "freezes": [{ "from": "2030-03-01 00:00Z", "until": "2030-03-06 00:00Z" }]
            """;
        var settings = what.Contains("urgent", StringComparison.Ordinal) ? Frozen : Audiences;
        AssertLoss(what, Messages(Config(before, settings), Config(after, settings), Now), whom);
    }

    [Theory]
    [InlineData("a freeze", Ramp + """, "freezes": [{ "from": "2030-03-04 00:00Z" }] """, null)]
    [InlineData("a longer freeze",
        Ramp + """, "freezes": [{ "from": "2030-03-02 00:00Z", "until": "2030-03-09 00:00Z" }] """, null)]
    [InlineData("a freeze and a longer duration", """
        "start_time": "2030-03-01 00:00Z", "duration": "20d", "freezes": [{ "from": "2030-03-02 00:00Z" }]
        """, "5 % of all hosts if it replaces 'live.json' after 2030-03-01 00:00Z")]
    [InlineData("narrower hours", Ramp + """, "hours": "Fri 00:00-12:00Z" """,
        "90 % of all hosts if it replaces 'live.json' after 2030-03-01 12:00Z")]
    public void SLOW3010_without_a_day_a_freeze_is_taken_to_be_in_time(string what, string after, string? whom) =>
        AssertLoss(what, Messages(Config(Ramp), Config(after), null), whom);

    [Fact]
    public void SLOW3010_says_that_it_needs_the_hosts_where_an_order_or_audience_has_changed()
    {
        const string EuFirst = Ramp + """, "waves": [{ "audience": "eu" }, { "audience": "us", "after": "2d" }] """;
        const string UsFirst = Ramp + """, "waves": [{ "audience": "us", "after": "2d" }, { "audience": "eu" }] """;

        Assert.Equal(
            ["SLOW3010 Flag 's.f' takes 'new' away from up to 20 % of those who go from the hosts of audience 'eu' "
                + "to the hosts of audience 'us' if it replaces 'live.json' on 2030-03-06 00:00Z; set \"start_pct\" "
                + "to the share that is reached by then, or keep the schedule; who goes from one group to another, and "
                + "whether anybody does, can't be known without the hosts"],
            Messages(Config(EuFirst, Audiences), Config(UsFirst, Audiences), Now));
        Assert.Empty(Messages(Config(UsFirst, Audiences), Config(EuFirst, Audiences), "2030-03-01"));
    }

    [Fact]
    public void SLOW3010_early_adopters_that_are_dropped_are_looked_up_in_the_waves() => Assert.Contains(
        "from its early adopters 'oak', 'us-1' if",
        Assert.Single(Messages(
            Config(Ramp + """, "early_adopters": ["eu-1", "oak", "us-1"] """),
            Config(
                Ramp + """, "waves": [{ "audience": "eu", "duration": "1d" }, { "audience": "us" }, {}] """,
                Audiences),
            Now), message => message.StartsWith("SLOW3010", StringComparison.Ordinal)),
        StringComparison.Ordinal);

    [Fact]
    public void SLOW3010_a_late_freeze_has_a_remedy_of_its_own() => Assert.EndsWith(
        "; let the freeze begin two poll intervals after it is in force",
        Assert.Single(Messages(Config(Ramp), Config(Ramp, """ "freezes": [{ "from": "2030-03-05 00:00Z" }] """), Now)),
        StringComparison.Ordinal);

    private static void AssertLoss(string what, IReadOnlyList<string> messages, string? whom)
    {
        var loss = messages.Where(message => message.StartsWith("SLOW3010", StringComparison.Ordinal)).ToList();
        var expected = whom is null || whom.Contains(" of ", StringComparison.Ordinal) ? whom : $"{whom} of all hosts";

        Assert.True(
            whom is null ? loss.Count == 0
                : loss is [var only] && only.Contains($"from up to {expected}", StringComparison.Ordinal),
            $"{what}: {string.Join('\n', messages)}");
    }
}
