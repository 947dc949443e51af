using System.Text;
using Slowroll.Evaluating;
using Slowroll.Grammar;
using static Slowroll.Tests.OneFlag;

namespace Slowroll.Tests.Surviving;

/// <summary>Lists of early adopters as they can be wrong, hostile or long.</summary>
public class EarlyAdopterFaultTests
{
    [Theory]
    [InlineData("(a+)+b")]
    [InlineData("(a|aa)+b")]
    [InlineData("(a*)*(a*)*b")]
    [InlineData(".*.*.*.*.*b")]
    public void Survive_51_a_pattern_that_would_backtrack_for_ever_answers_at_once(string pattern) =>
        Assert.Equal(0, Patterns($"\"{pattern}\"").Ask(-1, new string('a', 20_000)).Value);

    [Theory]
    [InlineData("(", "Not enough )'s")]
    [InlineData("a)|(b", "Too many )'s")]
    [InlineData("[z-a]", "range in reverse order")]
    [InlineData("(?=a)b", "neither look-around")]
    [InlineData("(?<!a)b", "neither look-around")]
    [InlineData(@"(a)\\1", "nor back-references")]
    [InlineData("(a{1000}){1000}", "automata as large as")]
    public void Survive_51_a_pattern_that_can_not_be_compiled_makes_its_flag_invalid(string pattern, string reason)
    {
        var flag = $$"""{"stable": 0, "new": 1, "early_adopter_patterns": ["fine", "{{pattern}}"]}""";

        IsInvalid(flag, "The early adopter pattern '");
        IsInvalid(flag, reason);
    }

    [Theory]
    [InlineData("early_adopters", "\"web-1\"", "is a string, not a list of strings")]
    [InlineData("early_adopters", """{"web-1": true}""", "is an object, not a list of strings")]
    [InlineData("early_adopters", "null", "is null, not a list of strings")]
    [InlineData("early_adopter_patterns", "\"web-.*\"", "is a string, not a list of strings")]
    public void Survive_52_what_is_no_list_of_strings_makes_its_flag_invalid(string field, string list, string reason)
    {
        var flag = $$"""{"stable": 0, "new": 1, "{{field}}": {{list}}}""";

        IsInvalid(flag, reason);
        Assert.All(["web-1", "web", "b-1"], key => Assert.Equal(-1, Of(flag).Ask(-1, key).Value));
    }

    [Theory]
    [InlineData("""["web-1", null]""", "holds null;")]
    [InlineData("""[5, "web-1"]""", "holds a number;")]
    [InlineData("""[true, "web-1", ["web-2"], {"a": 1}, 1.5, 1e999]""",
        "holds true and 4 more elements that are no strings;")]
    [InlineData("""[["web-2"], "web-1"]""", "holds a list;")]
    [InlineData("""["web-1", "\ud800"]""", "half a character")]
    [InlineData("""["\udc00\ud800 web-2", "w\u0065b-1", "\\\\ud800", "\ud83d\ude00"]""", "half a character")]
    public void Survive_52_an_element_that_is_no_text_is_passed_over_and_the_others_count(string list, string reason)
    {
        foreach (var field in (string[])["early_adopters", "early_adopter_patterns"])
        {
            var rule = RuleOf($$"""{"stable": 0, "new": 1, "{{field}}": {{list}}}""");
            Assert.Contains($"'{field}' holds", rule.PassedOver, StringComparison.Ordinal);
            Assert.Contains(reason, rule.PassedOver, StringComparison.Ordinal);

            var config = Of($$"""{"stable": 0, "new": 1, "{{field}}": {{list}}}""");
            Assert.Equal((1, EvaluationReason.EarlyAdopter),
                (config.Ask(-1, "web-1").Value, config.Ask(-1, "web-1").Reason));
            Assert.All(["web-2", "5", "null", "", "\ud800", "\ufffd"], key =>
                Assert.Equal((0, EvaluationReason.Canary), (config.Ask(-1, key).Value, config.Ask(-1, key).Reason)));
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\\ud800\"")]
    public void Survive_52_a_million_elements_that_are_no_texts_are_passed_over(string element)
    {
        var list = string.Join(',', Enumerable.Repeat(element, 1_000_000));

        var flag = Of($$"""{"stable": 0, "new": 1, "early_adopters": ["a", {{list}}]}""").GetFlag("s", "f", -1);

        Assert.Equal((1, 0), (flag.Evaluate("a"), flag.Evaluate("b")));
    }

    [Fact]
    public void Survive_52_a_hundred_thousand_entries_are_found()
    {
        var names = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"web-{i}\""));
        var config = Of($$"""{"stable": 0, "new": 1, "early_adopters": [{{names}}]}""");

        Assert.Equal((1, 0), (config.Ask(-1, "web-99999").Value, config.Ask(-1, "web-100000").Value));
    }

    [Fact]
    public void Survive_52_no_entries_are_no_fault() =>
        Assert.Equal(EvaluationReason.Canary, Of("""{"stable": 0, "new": 1, "early_adopters": []}""").Ask(-1).Reason);

    private static Rule<int> RuleOf(string flag) =>
        RuleFactory.Make(
            Encoding.UTF8.GetBytes(flag), ValueReaders.Of<int>(allowsNull: false), Hashers.Sha1, ConfigSettings.None);

    private static SlowrollConfig Patterns(string patterns) =>
        Of($$"""{"stable": 0, "new": 1, "early_adopter_patterns": [{{patterns}}]}""");
}
