using static Slowroll.Generators.Tests.Drift.EditTest;

namespace Slowroll.Generators.Tests.Drift.Checks;

public class ShareCheckTests
{
    private const string Ramp = """ "start_time": "2030-03-01 00:00Z", "duration": "10d" """;
    private const string OnePercent = """ "start_time": "2030-03-01 00:00Z", "steps": [{ "pct": 1 }] """;
    private const string Now = "2030-03-06";

    [Theory]
    [InlineData("a shorter duration", Ramp,
        """ "start_time": "2030-03-01 00:00Z", "duration": "8d" """, "50 % to 62.5 %")]
    [InlineData("wider hours", Ramp + """, "hours": "Sat 00:00-24:00Z; Mon 00:00-24:00Z" """, Ramp, "20 % to 50 %")]
    [InlineData("a rollback that is from an earlier instant on", Ramp,
        Ramp + """, "rollback": { "from": "2030-03-05 00:00Z" } """, "50 % to 0 %")]
    [InlineData("a schedule that falls", Ramp,
        """ "start_time": "2030-03-06 00:00Z", "duration": "1d", "start_pct": 40, "end_pct": 0 """, "50 % to 40 %")]
    [InlineData("a start in the past", """ "early_adopters": ["fir"] """,
        Ramp + """, "early_adopters": ["fir"] """, "0 % to 50 %")]
    [InlineData("interpolated", Ramp + """, "interpolate": true """,
        """ "start_time": "2030-03-02 00:00Z", "duration": "10d", "interpolate": true """, "50 % to 40 %")]
    public void SLOW3024_a_share_that_moves_at_once_is_reported_with_how_far(
        string what, string before, string after, string moved)
    {
        var messages = Messages(Config(before), Config(after), Now);

        Assert.True(messages is [var only] && only == "SLOW3024 Flag 's.f' moves the share of all hosts at once from "
            + $"{moved} if it replaces 'live.json' on 2030-03-06 00:00Z; let the share go on from where it is, or "
            + "check that this is intended", $"{what}: {string.Join('\n', messages)}");
    }

    [Theory]
    [InlineData(50, false)]
    [InlineData(51, false)]
    [InlineData(51.000001, true)]
    public void SLOW3024_one_percentage_point_may_move(double startPct, bool isReported) => Assert.Equal(
        isReported ? ["SLOW3024"] : [],
        Ids(Config(Ramp), Config(FormattableString.Invariant(
            $$""" "start_time": "2030-03-06 00:00Z", "duration": "5d", "start_pct": {{startPct}} """)), Now));

    [Theory]
    [InlineData("from one per cent to nobody", OnePercent,
        OnePercent + """, "rollback": { "from": "2030-03-02 00:00Z" } """)]
    [InlineData("a step that lies ahead", Ramp, Ramp + """, "freezes": [{ "from": "2030-03-07 00:00Z" }] """)]
    [InlineData("a flag that becomes stable", Ramp, """ "stable": 2, "new": 3, "early_adopters": ["fir"] """)]
    public void SLOW3024_what_does_not_move_by_more_is_not_reported(string what, string before, string after) =>
        Assert.True(Ids(Config(before), Config(after), Now).All(id => id is "SLOW3008"), what);

    [Fact]
    public void SLOW3024_needs_a_day() => Assert.Empty(Ids(
        Config(Ramp), Config(""" "start_time": "2030-03-01 00:00Z", "duration": "8d" """), null));

    [Fact]
    public void SLOW3024_each_wave_is_looked_at_by_itself_at_its_place()
    {
        const string Audiences = """ "audiences": { "eu": { "keys": ["eu-1"] }, "us": { "patterns": ["us-.*"] } } """;
        const string Same = """
            "audiences": { "us": { "keys": ["eu-1"] }, "no": {}, "eu": { "patterns": ["us-.*"] } }
            """;
        var before = Config(Ramp + """, "waves": [{ "audience": "eu" }, { "audience": "us" }, {}] """, Audiences);
        var after = Config(
            Ramp + """
            , "waves": [{ "audience": "no" }, { "audience": "us" }, {"audience": "eu", "duration": "5d" },
              { "audience": "us", "duration": "1d" }, {}]
            """, Same);

        Assert.Equal(["SLOW3024 \"eu\""], Places(before, after, Now));
        Assert.Contains("the share of the hosts of audience 'eu' at once from 50 % to 100 %",
            Assert.Single(Messages(before, after, Now)), StringComparison.Ordinal);
    }
}
