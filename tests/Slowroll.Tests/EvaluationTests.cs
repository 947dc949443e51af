using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using static Slowroll.Tests.OneFlag;

namespace Slowroll.Tests;

/// <summary>What an answer says to people.</summary>
public class EvaluationTests
{
    private const string Times = """ "end_time": "2030-01-02 00:00Z", "duration": "1d" """;

    // The key in the middle: on 'new' from noon on.
    private const string Middle = "web-uj8502d";

    [Theory]
    [InlineData("""{"stable": 0}""", "stable: the flag has no new")]
    [InlineData("""{"stable": 0, "new": 1, "early_adopters": ["x"]}""",
        "stable: the flag has early adopters and no schedule")]
    [InlineData($$"""{"stable": 0, "new": 1, "early_adopters": ["{{Middle}}"]}""", "new: an early adopter")]
    [InlineData($$"""{"stable": 0, "new": 1, {{Times}}}""",
        "new since Tuesday 2030-01-01 12:00Z: step 1 of 1: from 0 % to 100 % since Tuesday 2030-01-01 00:00Z, until "
        + "Wednesday 2030-01-02 00:00Z, now 50 %; ends Wednesday 2030-01-02 00:00Z")]
    [InlineData($$"""{"stable": 0, "new": 1, {{Times}}, "end_pct": 20}""",
        "stable, never gets new: step 1 of 1: from 0 % to 20 % since Tuesday 2030-01-01 00:00Z, until "
        + "Wednesday 2030-01-02 00:00Z, now 10 %; ends Wednesday 2030-01-02 00:00Z")]
    [InlineData($$"""{"stable": 0, "new": 1, {{Times}}, "start_pct": 100, "end_pct": 0}""",
        "stable since Tuesday 2030-01-01 12:00Z: step 1 of 1: from 100 % to 0 % since Tuesday 2030-01-01 00:00Z, until "
        + "Wednesday 2030-01-02 00:00Z, now 50 %; ends Wednesday 2030-01-02 00:00Z")]
    [InlineData("""{"stable": 0, "new": 1, "start_time": "2030-01-03 00:00Z", "duration": "10s"}""",
        "stable, gets new Thursday 2030-01-03 00:00:05Z: step 1 of 1: from 0 % to 100 % begins "
        + "Thursday 2030-01-03 00:00Z; ends Thursday 2030-01-03 00:00:10Z")]
    [InlineData("""{"stable": 0, "new": 1, "end_time": "2029-12-01 00:00Z", "duration": "1s"}""",
        "new since Friday 2029-11-30 23:59:59.5Z: step 1 of 1: 100 % since Saturday 2029-12-01 00:00Z; "
        + "ended Saturday 2029-12-01 00:00Z")]
    [InlineData($$"""{"stable": 0, "new": 100, "interpolate": true, {{Times}}}""",
        "50 % of the way from stable to new: step 1 of 1: from 0 % to 100 % since Tuesday 2030-01-01 00:00Z, until "
        + "Wednesday 2030-01-02 00:00Z; ends Wednesday 2030-01-02 00:00Z")]
    [InlineData($$"""{"stable": 0, "new": 1, {{Times}}, "freezes": [{"from": "2030-01-01 06:00Z", "reason": "x"}]}""",
        "stable, never gets new: step 1 of 1: from 0 % to 100 % since Tuesday 2030-01-01 00:00Z, until nobody knows "
        + "when, now 25 %; stands still without an end (freeze: x); never ends")]
    [InlineData($$"""{"stable": 0, "new": 1, {{Times}}, "hours": "Tue 00:00-06:00Z; Wed 05:00-24:00Z"}""",
        "stable, gets new Wednesday 2030-01-02 11:00Z: step 1 of 1: from 0 % to 100 % since Tuesday 2030-01-01 00:00Z, "
        + "until Wednesday 2030-01-02 23:00Z, now 25 %; stands still until Wednesday 2030-01-02 05:00Z (outside of the "
        + "hours); ends Wednesday 2030-01-02 23:00Z")]
    [InlineData($$"""{"stable": 0, "new": 1, {{Times}}, "rollback": {"from": "2030-01-01 18:00Z", "over": "3h"} }""",
        "new since Tuesday 2030-01-01 12:00Z until Tuesday 2030-01-01 19:00Z: step 1 of 1: from 0 % to 100 % since "
        + "Tuesday 2030-01-01 00:00Z, until Wednesday 2030-01-02 00:00Z, now 50 %; rollback of the flag from Tuesday "
        + "2030-01-01 18:00Z, everybody is back by Tuesday 2030-01-01 21:00Z; ends Wednesday 2030-01-02 00:00Z")]
    [InlineData($$"""{"stable": 0, "new": 1, {{Times}}, "rollback": {"from": "2030-01-01 11:00Z", "over": "3h"} }""",
        "stable, never gets new: rollback of the flag from Tuesday 2030-01-01 11:00Z, everybody is back by "
        + "Tuesday 2030-01-01 14:00Z")]
    [InlineData($$"""
        {"stable": 0, "new": 1, "early_adopters": ["{{Middle}}"], "rollback": {"from": "2030-01-01 09:00Z"} }
        """,
        "stable since Tuesday 2030-01-01 09:00Z: an early adopter; rollback of the flag from Tuesday 2030-01-01 09:00Z"
        + ", everybody is back by Tuesday 2030-01-01 09:00Z")]
    public void An_answer_is_one_sentence_for_people(string flag, string sentence) =>
        Assert.Equal(sentence, Of(flag).Ask(-1, Middle).Summary);

    [Theory]
    [InlineData("""{"stable": 0, "new": 1}""", "the default: The flag has 'new' but neither a schedule")]
    [InlineData("""{"stable": "x"}""", "the default: 'stable'")]
    public void A_default_says_what_is_wrong(string flag, string beginning) =>
        Assert.StartsWith(beginning, Of(flag).Ask(-1).Summary, StringComparison.Ordinal);

    [Fact]
    public void A_lock_and_a_value_of_a_test_have_nothing_but_their_side()
    {
        var options = new SlowrollOptions { Locks = { [new FlagName("s", "f")] = Side.New } };
        var locked = SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes($$"""{"s": {"f": {"stable": 0, "new": 1, {{Times}}} } }"""), options)
            .GetFlag("s", "f", -1).Explain(Middle);

        Assert.Equal("new: a lock of this machine", locked.Summary);
        Assert.Equal(new ExplainedPeriod(), locked.OnNew);
        Assert.Equal((null, null, null, null, null),
            (locked.Wave, locked.Step, locked.Standstill, locked.Rollback, locked.EndsAt));

        FlagKey<int> key = new("s", "f", -1);
        Assert.Equal("a value that a test gave", new Given(key, 5).ToConfig().Explain(key, Middle).Summary);
    }

    [Fact]
    public void A_wave_is_named_and_its_own_rollback_too()
    {
        const string Config = """
            {
              "$slowroll": { "audiences": { "eu": { "keys": ["web-uj8502d"] } } },
              "s": { "f": { "stable": 0, "new": 1, "start_time": "2030-01-01 00:00Z", "duration": "1d", "waves": [
                { "audience": "eu", "rollback": { "from": "2030-01-01 13:00Z" } }] } }
            }
            """;
        var config = SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes(Config),
            new SlowrollOptions { TimeProvider = new FakeTimeProvider(Noon) });

        var why = config.Ask(-1, Middle);
        Assert.Equal(new ExplainedWave { Index = 0, Count = 1, Audience = "eu" }, why.Wave);
        Assert.Equal((false, true, false), (why.Rollback!.IsOfFlag, why.Rollback.IsOfWave, why.Rollback.HasBegun));
        Assert.Equal(new ExplainedPeriod { EntersAt = Noon, LeavesAt = Noon.AddHours(1) }, why.OnNew);

        var other = config.Ask(-1, "somebody");
        Assert.Equal((EvaluationReason.NoWave, null, null), (other.Reason, other.Wave, other.Step));
        Assert.Equal("stable: in no wave of the flag", other.Summary);
    }

    [Theory]
    [InlineData("9999-12-31 23:00Z", "3h", "never ends")]
    [InlineData("0001-01-01 00:00Z", "0s", "ended Monday 0001-01-01 00:00Z")]
    public void The_first_and_the_last_years_have_sensible_values(string start, string duration, string end)
    {
        var flag = $$"""{"stable": 0, "new": 1, "start_time": "{{start}}", "duration": "{{duration}}"}""";

        foreach (var now in (DateTimeOffset[])[Noon, DateTimeOffset.MaxValue])
            Assert.EndsWith(end, Of(flag, now).Ask(-1, Middle).Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void The_language_of_the_machine_changes_nothing(string culture)
    {
        var why = Of($$"""{"stable": 0, "new": 1, {{Times}}, "start_pct": 0.5}""").Ask(-1, Middle);
        var (text, summary) = (why.ToString(), why.Summary);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new(culture);

            Assert.Equal((text, summary), (why.ToString(), why.Summary));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private sealed class Given : FixedFlags
    {
        public Given(FlagKey<int> key, int value) => Set(key, value);
    }
}
