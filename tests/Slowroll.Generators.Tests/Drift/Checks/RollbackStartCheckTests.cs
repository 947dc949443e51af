using static Slowroll.Generators.Tests.Drift.EditTest;

namespace Slowroll.Generators.Tests.Drift.Checks;

public class RollbackStartCheckTests
{
    private const string Ramp = """ "start_time": "2030-03-01 00:00Z", "duration": "10d" """;

    [Theory]
    [InlineData(Ramp, "2030-02-28 23:59Z", true)]
    [InlineData(Ramp, "2030-03-01 00:00Z", true)]
    [InlineData(Ramp, "2030-03-01 00:00:00.000001Z", false)]
    [InlineData(""" "end_time": "2030-03-11 00:00Z", "duration": "10d" """, "2030-03-01 00:00Z", true)]
    [InlineData(""" "end_time": "2030-03-11 00:00Z", "duration": "10d" """, "2030-03-02 00:00Z", false)]
    [InlineData(Ramp + """, "start_pct": 100, "end_pct": 0 """, "2030-02-01 00:00Z", false)]
    [InlineData(Ramp + """, "start_pct": 50, "end_pct": 50 """, "2030-02-01 00:00Z", false)]
    [InlineData(""" "early_adopters": ["fir"] """, "2030-02-01 00:00Z", false)]
    [InlineData(Ramp + """, "waves": [{ "after": "2d" }] """, "2030-03-03 00:00Z", true)]
    [InlineData(Ramp + """, "waves": [{ "after": "2d" }] """, "2030-03-03 00:00:01Z", false)]
    public void SLOW3025_a_rollback_that_is_not_later_than_the_start_is_reported(
        string flag, string from, bool isReported) => Assert.Equal(
            isReported ? [$"SLOW3025 \"{from}\""] : [],
            Places("{}", Config($$"""{{flag}}, "rollback": { "over": "1h", "from": "{{from}}" } """), null));

    [Fact]
    public void SLOW3025_of_a_wave_names_the_wave() => Assert.Equal(
        ["SLOW3025 The rollback of waves[1] of flag 's.f' is from 2030-03-02 00:00Z on, and the schedule starts on "
            + "2030-03-03 00:00Z, so it gives 'new' to nobody; remove the rollback, or let it begin later"],
        Messages(
            "{}",
            Config(
                Ramp + """
                , "waves": [{ "audience": "eu", "rollback": { "from": "2030-03-02 00:00Z" } },
                  { "after": "2d", "rollback": { "from": "2030-03-02 00:00Z" } }]
                """, """ "audiences": { "eu": { "keys": ["eu-1"] } } """),
            null));
}
