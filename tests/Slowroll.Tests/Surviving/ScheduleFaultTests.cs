using static Slowroll.Tests.OneFlag;

namespace Slowroll.Tests.Surviving;

/// <summary>Schedules as people get them wrong.</summary>
public class ScheduleFaultTests
{
    private const string Times = """ "end_time": "2030-01-02 00:00Z", "duration": "1d" """;

    // The key in the middle: on 'new' from noon on.
    private const string Middle = "web-uj8502d";

    [Theory]
    [InlineData("-1", "-1 is no percentage")]
    [InlineData("-0.000000001", "-0.000000001 is no percentage")]
    [InlineData("100.5", "100.5 is no percentage")]
    [InlineData("1e999", "1e999 is no percentage")]
    [InlineData("\"50\"", "is a string, not a number from 0 to 100")]
    [InlineData("\"NaN\"", "is a string, not a number from 0 to 100")]
    [InlineData("true", "is true, not a number from 0 to 100")]
    [InlineData("null", "is null, not a number from 0 to 100")]
    public void Survive_44_what_is_no_percentage_makes_its_flag_invalid(string percentage, string reason)
    {
        foreach (var field in (string[])["start_pct", "end_pct"])
        {
            IsInvalid($$"""{"stable": 0, "new": 1, {{Times}}, "{{field}}": {{percentage}}}""", $"'{field}'");
            IsInvalid($$"""{"stable": 0, "new": 1, {{Times}}, "{{field}}": {{percentage}}}""", reason);
        }
    }

    [Fact]
    public void Survive_45_an_end_below_the_start_is_a_rollback_that_takes_the_highest_positions_first()
    {
        const string Rollback = $$"""{"stable": 0, "new": 1, {{Times}}, "start_pct": 100, "end_pct": 0}""";

        Assert.Equal((1, 1), (
            Of(Rollback, Noon.AddDays(-1)).Ask(-1, Middle).Value,
            Of(Rollback, Noon.AddDays(-1)).Ask(-1, "web-vpdx1as").Value));
        Assert.Equal((1, 0), (
            Of(Rollback, Noon.AddTicks(-1)).Ask(-1, Middle).Value,
            Of(Rollback, Noon.AddTicks(-1)).Ask(-1, "web-vpdx1as").Value));
        Assert.Equal((0, 0),
            (Of(Rollback, Noon).Ask(-1, Middle).Value, Of(Rollback, Noon).Ask(-1, "web-vpdx1as").Value));
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(50, 1, 0, 0)]
    [InlineData(100, 1, 1, 1)]
    public void Survive_45_an_end_that_is_the_start_is_a_share_that_stands_still(
        int percentage, int first, int middle, int last)
    {
        foreach (var hours in (int[])[-24, 0, 24])
        {
            var config = Of(
                $$"""{"stable": 0, "new": 1, {{Times}}, "start_pct": {{percentage}}, "end_pct": {{percentage}}}""",
                Noon.AddHours(hours));

            Assert.Equal(
                (first, middle, last),
                (config.Ask(-1, "rig-pad40cd").Value, config.Ask(-1, Middle).Value,
                    config.Ask(-1, "web-vpdx1as").Value));
            Assert.Null(config.Ask(-1, Middle).SwitchesAt);
        }
    }

    [Theory]
    [InlineData("0s")]
    [InlineData("0d 0h")]
    [InlineData("-0s")]
    [InlineData("")]
    [InlineData("  ")]
    public void Survive_46_a_duration_of_zero_or_of_nothing_switches_everybody_at_the_end(string duration)
    {
        var flag = $$"""{"stable": 0, "new": 1, "end_time": "2030-01-01 12:00Z", "duration": "{{duration}}"}""";

        Assert.All([Middle, "rig-pad40cd", "web-vpdx1as"],
            key => Assert.Equal(0, Of(flag, Noon.AddTicks(-1)).Ask(-1, key).Value));
        Assert.All([Middle, "rig-pad40cd", "web-vpdx1as"], key => Assert.Equal(1, Of(flag, Noon).Ask(-1, key).Value));
    }

    [Theory]
    [InlineData("-1d", "The duration is negative")]
    [InlineData("1d -25h", "The duration is negative")]
    [InlineData("1h1h", "the unit 'h' stands twice")]
    [InlineData("1d 2h 1d", "the unit 'd' stands twice")]
    [InlineData("2w", "the unit 'w' is unknown; there are d, h, m, s, ms")]
    [InlineData("1D", "the unit 'D' is unknown; there are d, h, m, s, ms. Did you mean '1d'?")]
    [InlineData("14", "needs one of the units d, h, m, s, ms")]
    [InlineData("h", "a number is expected at 'h'")]
    [InlineData("1.2.3h", "'1.2.3' is no number")]
    [InlineData("100000000000000d", "longer than 292,000 years")]
    public void Survive_46_what_is_no_duration_makes_its_flag_invalid(string duration, string reason) =>
        IsInvalid($$"""{"stable": 0, "new": 1, "end_time": "2030-01-02 00:00Z", "duration": "{{duration}}"}""", reason);

    [Theory]
    [InlineData("0001-01-01T00:00:00+01:00", "0s", "years 1 to 9999")]
    [InlineData("9999-12-31T23:59:59-01:00", "0s", "years 1 to 9999")]
    [InlineData("0001-01-02 00:00Z", "2d", "before the year 1")]
    [InlineData("2030-01-02 00:00Z", "900000d", "before the year 1")]
    [InlineData("10000-01-01 00:00Z", "1d", "no such day")]
    [InlineData("0000-01-01 00:00Z", "1d", "no such day")]
    public void Survive_47_a_date_beyond_the_calendar_makes_its_flag_invalid(
        string end, string duration, string reason) =>
        IsInvalid($$"""{"stable": 0, "new": 1, "end_time": "{{end}}", "duration": "{{duration}}"}""", reason);

    [Fact]
    public void Survive_47_the_first_and_the_last_instant_there_are_are_fine()
    {
        Assert.Equal(1,
            Of("""{"stable": 0, "new": 1, "end_time": "0001-01-01 00:00Z", "duration": "0s"}""").Ask(-1).Value);
        Assert.Equal(0, Of("""{"stable": 0, "new": 1, "end_time": "9999-12-31 23:59:59.999999Z", "duration": "1d"}""")
            .Ask(-1).Value);
        Assert.Equal(1, Of(
            """{"stable": 0, "new": 1, "end_time": "9999-12-31 23:59:59.999999Z", "duration": "1d"}""",
            DateTimeOffset.MaxValue)
            .Ask(-1).Value);
    }

    [Theory]
    [InlineData("2030-01-02T02:00:00+02:00")]
    [InlineData("2030-01-01 18:30:00-05:30")]
    [InlineData("2030-01-02T00:00:00.000000z")]
    public void Survive_48_an_offset_other_than_UTC_is_the_same_instant(string end)
    {
        var flag = $$"""{"stable": 0, "new": 1, "end_time": "{{end}}", "duration": "1d"}""";

        Assert.Equal((0, 1), (Of(flag, Noon.AddTicks(-1)).Ask(-1, Middle).Value, Of(flag, Noon).Ask(-1, Middle).Value));
        Assert.Equal(Noon, Of(flag).Ask(-1, Middle).SwitchesAt);
    }

    [Theory]
    [InlineData("2030-01-02t00:00:00z")]
    [InlineData("2030-01-02T00:00:00.0000000Z")]
    [InlineData("2030-01-02T00:00:00.000000999Z")]
    [InlineData("2030-1-2 0:0Z")]
    [InlineData("2030-1- 2 \\t\\u3000 0:00:0z")]
    public void Survive_48_a_time_as_other_tools_and_the_original_write_it_is_read(string end)
    {
        var flag = $$"""{"stable": 0, "new": 1, "end_time": "{{end}}", "duration": "1d"}""";

        Assert.Equal((0, 1), (Of(flag, Noon.AddTicks(-1)).Ask(-1, Middle).Value, Of(flag, Noon).Ask(-1, Middle).Value));
        Assert.Equal(Noon, Of(flag).Ask(-1, Middle).SwitchesAt);
    }

    [Theory]
    [InlineData("2016-12-31 23:59:60Z", "no such day and time of day")]
    [InlineData("2030-02-30 12:00Z", "no such day and time of day")]
    [InlineData("2029-02-29 12:00Z", "no such day and time of day")]
    [InlineData("2030-01-01 24:00Z", "no such day and time of day")]
    [InlineData("2030-01-01T12:00:00+24:00", "must end in Z or in an offset")]
    [InlineData("2030-01-01 12:00", "must end in Z or in an offset")]
    [InlineData("2030-01-0２ 12:00Z", "no such day and time of day")]
    public void Survive_48_a_leap_second_the_30th_of_February_and_a_time_without_zone_make_their_flag_invalid(
        string end, string reason) =>
        IsInvalid($$"""{"stable": 0, "new": 1, "end_time": "{{end}}", "duration": "1d"}""", reason);
}
