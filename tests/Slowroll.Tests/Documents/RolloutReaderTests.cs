using System.Text;

namespace Slowroll.Tests.Documents;

public class RolloutReaderTests
{
    private const string Schedule = """ "end_time": "2030-01-02 00:00Z", "duration": "1d" """;

    [Theory]
    [InlineData("5", "The flag is a number, not an object")]
    [InlineData("""{"new": 1}""", "The flag has no 'stable', the value for everybody who is not on 'new'; it has 'new'")]
    [InlineData("""{"stable": 0, "new": 1}""", "neither a schedule")]
    [InlineData("""{"stable": 0, "new": 1, "end_time": "2030-01-02 00:00Z"}""", "no 'duration'")]
    [InlineData("""{"stable": 0, "new": 1, "duration": "1d"}""", "no 'end_time'")]
    [InlineData("""{"stable": 0, "new": 1, "end_time": 5, "duration": "1d"}""", "'end_time' is a number, not a string")]
    [InlineData("""{"stable": 0, "new": 1, "end_time": "soon", "duration": "1d"}""", "'soon' is no time")]
    [InlineData("""{"stable": 0, "new": 1, "end_time": "2030-01-02 00:00Z", "duration": "1w"}""", "'1w' is no duration")]
    [InlineData("""{"stable": 0, "new": 1, "end_time": "2030-01-02 00:00Z", "duration": "-1d"}""", "negative")]
    [InlineData("""{"stable": 0, "new": 1, "end_time": "0001-01-02 00:00Z", "duration": "2d"}""", "year 1")]
    public void What_is_no_rollout_answers_the_default_and_says_why(string flag, string reason) => IsInvalid(flag, reason);

    [Theory]
    [InlineData(""" "start_pct": -1 """, "'start_pct': -1 is no percentage")]
    [InlineData(""" "end_pct": 100.5 """, "'end_pct': 100.5 is no percentage")]
    [InlineData(""" "end_pct": "NaN" """, "'end_pct' is a string, not a number from 0 to 100")]
    [InlineData(""" "end_pct": true """, "'end_pct' is true, not a number from 0 to 100")]
    [InlineData(""" "early_adopters": "web-1" """, "'early_adopters' is a string, not a list of strings")]
    [InlineData(""" "early_adopters": ["a", null] """, "'early_adopters' holds null")]
    [InlineData(""" "early_adopter_patterns": ["("] """, "pattern '(' can't be used")]
    [InlineData(""" "early_adopter_patterns": ["a)|(b"] """, "can't be used")]
    [InlineData(""" "early_adopter_patterns": ["(?=a)b"] """, "neither look-around")]
    [InlineData(""" "salt": 5 """, "'salt' is a number, not a string")]
    [InlineData(""" "interpolate": "yes" """, "'interpolate' is a string, not true or false")]
    [InlineData(""" "salt": "\ud800" """, "half a character")]
    public void A_field_that_can_not_be_read_makes_its_flag_invalid(string field, string reason) =>
        IsInvalid($$"""{"stable": 0, "new": 1, {{Schedule}}, {{field}}}""", reason);

    [Fact]
    public void Without_new_nothing_else_is_looked_at()
    {
        var answer = Config("""{"stable": 7, "end_time": "soon", "early_adopters": 5}""").GetFlag("s", "f", -1).Explain("key");

        Assert.Equal(new Evaluation<int>(7, Side.Stable, EvaluationReason.NoNew), answer);
    }

    [Fact]
    public void An_early_adopter_gets_new_even_where_the_schedule_can_not_be_read()
    {
        var flag = Config("""{"stable": 0, "new": 1, "end_time": "soon", "duration": "1d", "early_adopters": ["a"]}""").GetFlag("s", "f", -1);

        Assert.Equal(1, flag.Evaluate("a"));
        Assert.Equal(-1, flag.Evaluate("b"));
        Assert.Contains("'soon' is no time", flag.Explain("b").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_canary_gives_new_to_its_early_adopters_and_to_nobody_else()
    {
        var flag = Config("""{"stable": 0, "new": 1, "early_adopters": ["a"]}""").GetFlag("s", "f", -1);

        Assert.Equal(EvaluationReason.EarlyAdopter, flag.Explain("a").Reason);
        Assert.Equal((1, 0), (flag.Evaluate("a"), flag.Evaluate("b")));
        Assert.Equal(EvaluationReason.Canary, flag.Explain("b").Reason);
    }

    [Theory]
    [InlineData("web-1", 1)]
    [InlineData("web-12", 0)]
    [InlineData("my-web-1", 0)]
    [InlineData("WEB-1", 0)]
    public void A_pattern_holds_for_the_whole_key(string key, int value) =>
        Assert.Equal(value, Config("""{"stable": 0, "new": 1, "early_adopter_patterns": ["web-[0-9]|db"]}""").GetValue("s", "f", key, -1));

    [Fact]
    public void A_pattern_that_would_backtrack_for_ever_answers_at_once() =>
        Assert.Equal(0, Config("""{"stable": 0, "new": 1, "early_adopter_patterns": ["(a+)+b"]}""")
            .GetValue("s", "f", new string('a', 100_000), -1));

    [Fact]
    public void A_hundred_thousand_early_adopters_are_found()
    {
        var names = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"web-{i}\""));
        var config = Config($$"""{"stable": 0, "new": 1, "early_adopters": [{{names}}]}""");

        Assert.Equal((1, 0), (config.GetValue("s", "f", "web-99999", -1), config.GetValue("s", "f", "web-100000", -1)));
    }

    [Fact]
    public void A_salt_sends_other_keys_first()
    {
        var config = Config($$"""{"stable": 0, "new": 1, {{Schedule}}, "start_pct": 50, "end_pct": 50, "salt": "winter"}""");

        for (var i = 0; i < 100; i++)
            Assert.Equal(Hashers.Sha1($"winter:web-{i}") < 1u << 31 ? 1 : 0, config.GetValue("s", "f", $"web-{i}", -1));
    }

    [Fact]
    public void One_invalid_flag_takes_no_other_down()
    {
        var config = SlowrollConfig.FromJson("""{"s": {"bad": {"new": 1}, "f": {"stable": 7}}}"""u8.ToArray());

        Assert.Equal((-1, 7), (config.GetValue("s", "bad", "key", -1), config.GetValue("s", "f", "key", -1)));
    }

    [Fact]
    public void Unknown_fields_do_no_harm() =>
        Assert.Equal(7, Config("""{"stable": 7, "New": 8, "owner": {"team": ["a"]}}""").GetValue("s", "f", "key", -1));

    private static void IsInvalid(string flag, string reason)
    {
        var answer = Config(flag).GetFlag("s", "f", -1).Explain("key");

        Assert.Equal((-1, Side.Default, EvaluationReason.Invalid), (answer.Value, answer.Side, answer.Reason));
        Assert.Contains(reason, answer.Error, StringComparison.Ordinal);
    }

    private static SlowrollConfig Config(string flag) =>
        SlowrollConfig.FromJson(Encoding.UTF8.GetBytes($$"""{"s": {"f": {{flag}} } }"""));
}
