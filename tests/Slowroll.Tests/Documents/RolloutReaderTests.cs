using System.Text;
using static Slowroll.Tests.OneFlag;

namespace Slowroll.Tests.Documents;

public class RolloutReaderTests
{
    private const string Schedule = """ "end_time": "2030-01-02 00:00Z", "duration": "1d" """;

    [Theory]
    [InlineData("5", "The flag is a number, not an object")]
    [InlineData("null", "The flag is null, not an object")]
    [InlineData("""{"stable": 0, "new": 1, "end_time": 5, "duration": "1d"}""", "'end_time' is a number, not a string")]
    [InlineData("""{"stable": 0, "new": 1, "end_time": "soon", "duration": "1d"}""", "'soon' is no time")]
    [InlineData("""{"stable": 0, "new": 1, "end_time": "2030-01-02 00:00Z", "duration": 86400}""",
        "'duration' is a number, not a string")]
    public void What_is_no_rollout_answers_the_default_and_says_why(string flag, string reason) =>
        IsInvalid(flag, reason);

    [Theory]
    [InlineData("""{"new": 1}""",
        "The flag has no 'stable', the value for everybody who is not on 'new'; it has 'new'")]
    [InlineData("{}", "The flag has no 'stable', the value for everybody who is not on 'new'; it has nothing")]
    [InlineData("""{"Stable": 0}""", "it has 'Stable'")]
    [InlineData("""{"stable": 0, "new": 1}""", "neither a schedule ('end_time' and 'duration') nor early adopters")]
    [InlineData("""{"stable": 0, "new": 1, "end_time": "2030-01-02 00:00Z"}""", "'end_time' but no 'duration'")]
    [InlineData("""{"stable": 0, "new": 1, "duration": "1d"}""", "'duration' but no 'end_time'")]
    public void Survive_55_without_stable_or_with_new_and_no_times_the_flag_is_invalid(string flag, string reason) =>
        IsInvalid(flag, reason);

    [Theory]
    [InlineData(""" "salt": 5 """, "'salt' is a number, not a string")]
    [InlineData(""" "interpolate": "yes" """, "'interpolate' is a string, not true or false")]
    [InlineData(""" "salt": "\ud800" """, "half a character")]
    public void A_field_that_can_not_be_read_makes_its_flag_invalid(string field, string reason) =>
        IsInvalid($$"""{"stable": 0, "new": 1, {{Schedule}}, {{field}}}""", reason);

    [Fact]
    public void Without_new_nothing_else_is_looked_at()
    {
        var answer = Of("""{"stable": 7, "end_time": "soon", "early_adopters": 5}""").Ask(-1);

        Assert.Equal(new Evaluation<int>(7, Side.Stable, EvaluationReason.NoNew), answer);
    }

    [Fact]
    public void An_early_adopter_gets_new_even_where_the_schedule_can_not_be_read()
    {
        var flag = Of("""{"stable": 0, "new": 1, "end_time": "soon", "duration": "1d", "early_adopters": ["a"]}""")
            .GetFlag("s", "f", -1);

        Assert.Equal(1, flag.Evaluate("a"));
        Assert.Equal(-1, flag.Evaluate("b"));
        Assert.Contains("'soon' is no time", flag.Explain("b").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_canary_gives_new_to_its_early_adopters_and_to_nobody_else()
    {
        var flag = Of("""{"stable": 0, "new": 1, "early_adopters": ["a"]}""").GetFlag("s", "f", -1);

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
        Assert.Equal(value,
            Of("""{"stable": 0, "new": 1, "early_adopter_patterns": ["web-[0-9]|db"]}""").GetValue("s", "f", key, -1));

    [Fact]
    public void A_salt_sends_other_keys_first()
    {
        var config = Of(
            $$"""{"stable": 0, "new": 1, {{Schedule}}, "start_pct": 50, "end_pct": 50, "salt": "winter"}""");

        for (var i = 0; i < 100; i++)
            Assert.Equal(Hashers.Sha1($"winter:web-{i}") < 1u << 31 ? 1 : 0, config.GetValue("s", "f", $"web-{i}", -1));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"new": 1}""")]
    [InlineData("""{"stable": 0, "new": 1, "end_time": "soon", "duration": "1d"}""")]
    [InlineData("""{"stable": 0, "new": 1, "early_adopter_patterns": ["("]}""")]
    [InlineData("""{"stable": "\ud800"}""")]
    [InlineData("""{"stable": {"\ud800": 1}}""")]
    [InlineData("""{"stable": [{"a": "\udfff"}]}""")]
    [InlineData("""{"\ud800": 5}""")]
    [InlineData("""{"stable": 0, "new": 1, "end_time": "\ud800", "duration": "1d"}""")]
    public void Survive_57_one_bad_flag_takes_no_other_down(string bad)
    {
        var config = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(
            $$"""{"before": {"f": {"stable": 6} }, "s": {"bad": {{bad}}, "f": {"stable": 7}, "\udfff": {{bad}} }, "\ud800": {"bad": {{bad}} } }"""));

        Assert.Equal((-1, Side.Default), (config.Ask(-1, key: "bad").Value, config.Ask(-1, key: "bad").Side));
        Assert.Equal((6, 7), (config.Ask(-1, section: "before").Value, config.Ask(-1).Value));
    }

    [Theory]
    [InlineData("end_time")]
    [InlineData("duration")]
    public void A_time_that_is_half_a_character_leaves_the_early_adopters_their_new(string field)
    {
        var flag = Of($$"""{"stable": 0, "new": 1, {{Schedule}}, "{{field}}": "\ud800", "early_adopters": ["a"]}""")
            .GetFlag("s", "f", -1);

        Assert.Equal((1, -1), (flag.Evaluate("a"), flag.Evaluate("b")));
        Assert.Contains("half a character", flag.Explain("b").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flag_without_stable_says_so_whatever_the_names_of_its_fields()
    {
        IsInvalid("""{"\ud800": 1, "new": 1}""", "The flag has no 'stable'");
        IsInvalid("""{"a\n##error\u202e": 1}""", @"it has 'a\u000A\u0023#error\u202E'");
    }

    [Fact]
    public void A_hundred_thousand_names_of_half_a_character_cost_nothing_worth_an_exception()
    {
        var names = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"\"\\ud800{i}\": 1, "));
        var flags = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"\"\\udfff{i}\": {{}}, "));
        var exceptions = 0;
        void Count(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e) =>
            exceptions += e.Exception is InvalidOperationException ? 1 : 0;

        AppDomain.CurrentDomain.FirstChanceException += Count;
        var config = SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes($$"""{"s": { {{flags}} "f": { {{names}} "stable": 7} } }"""));
        var value = config.GetValue("s", "f", "key", -1);
        AppDomain.CurrentDomain.FirstChanceException -= Count;

        Assert.Equal(7, value);
        Assert.InRange(exceptions, 0, 1_000);
    }

    [Theory]
    [InlineData(""" "owner": {"team": ["a"]} """)]
    [InlineData(""" "New": 8, "STABLE": 9, "end-time": "soon" """)]
    [InlineData(""" "percentage": 50, "from": 1e999 """)]
    [InlineData(""" "note": "\ud800" """)]
    [InlineData(""" "\ud800": "x" """)]
    [InlineData(""" "\udc00\ud800": {"\ud800": ["\ud800"]} """)]
    [InlineData(""" "stabl\ud800": 5, "n\udfff": 6, "\ud800": "\ud800" """)]
    public void Survive_53_unknown_fields_change_no_answer(string unknown)
    {
        const string Known = $$""" "stable": 0, "new": 1, {{Schedule}}, "early_adopters": ["a"] """;

        foreach (var key in (string[])["a", "web-uj8502d", "rig-pad40cd", "web-vpdx1as"])
        {
            Assert.Equal(Of($$"""{ {{Known}} }""").Ask(-1, key), Of($$"""{ {{unknown}}, {{Known}} }""").Ask(-1, key));
            Assert.Equal(Of($$"""{ {{Known}} }""").Ask(-1, key), Of($$"""{ {{Known}}, {{unknown}} }""").Ask(-1, key));
        }
    }
}
