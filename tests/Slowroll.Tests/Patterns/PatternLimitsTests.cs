using System.Text;
using System.Text.Json;
using Slowroll.Documents;
using Slowroll.Evaluating;

namespace Slowroll.Tests.Patterns;

/// <summary>Patterns that were written to harm whoever reads them.</summary>
public class PatternLimitsTests
{
    private const int Many = 60_000;

    public static TheoryData<string, string> Bombs => new()
    {
        { "groups", Repeated("(", Many) + "a" + Repeated(")", Many) },
        { "groups without an end", Repeated("(", Many) },
        { "groups that begin with options", Repeated("(?i:", Many) + Repeated(")", Many) },
        { "classes", Repeated("[a-", Many) + "[a]" + Repeated("]", Many) },
        { "classes without an end", Repeated("[a-", Many) },
        { "alternatives", string.Join('|', Enumerable.Range(0, 100_000).Select(i => $"a{i}")) },
        { "empty alternatives", Repeated("|", 100_000) },
        { "a long text", new string('a', 1_000_000) },
        { "groups in a short text", Repeated("(", 400) + "a" + Repeated(")", 400) },
        { "classes in a short text", Repeated("[a-", 200) + "[a]" + Repeated("]", 200) },
        { "repetitions of repetitions", Repeated("(", 30) + "a" + Repeated("{1000})", 30) },
        { "repetitions up to a number", Repeated("(", 30) + "a" + Repeated("{0,1000})", 30) },
        { "many alternatives of many repetitions", Repeated("a{1000}|", 120) },
        { "repetitions as often as there are numbers", "a{2147483647}" },
    };

    public static TheoryData<string, string> OddButHarmless => new()
    {
        { "nothing, repeated", Repeated("(?:", 30) + Repeated("){2147483647}", 30) },
        { "stars of stars", Repeated("(?:", 30) + "a*" + Repeated(")*", 30) },
        { "as deep as it may be", Repeated("(", 32) + "a*" + Repeated(")", 32) },
        { "as long as it may be", Repeated("a", 999) + "*" },
        { "as large as it may be", "(?:a{500}){3}a{499}" },
        { "all alternatives at once", Repeated(".*|", 300) + ".*" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Survive_51_a_pattern_beyond_the_limits_makes_its_flag_invalid_and_the_rest_works(
        string name, string pattern)
    {
        var config = SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes($$"""{"s": {"f": {{FlagOf(pattern)}}, "g": {{FlagOf("web-.*")}} } }"""));

        Assert.Equal((name, EvaluationReason.Invalid), (name, config.Ask(-1).Reason));
        Assert.StartsWith("The early adopter pattern '", config.Ask(-1).Error, StringComparison.Ordinal);
        Assert.InRange(config.Ask(-1).Error!.Length, 50, 400);
        Assert.Equal((1, 0), (config.Ask(-1, "web-1", "g").Value, config.Ask(-1, "db-1", "g").Value));
    }

    [Theory]
    [MemberData(nameof(OddButHarmless))]
    public void Survive_51_a_pattern_within_the_limits_answers(string name, string pattern)
    {
        var config = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes($$"""{"s": {"f": {{FlagOf(pattern)}} } }"""));

        Assert.Equal((name, EvaluationReason.Canary), (name, config.Ask(-1, "no\nkey").Reason));
    }

    [Fact]
    public void Survive_51_the_budget_is_spent_in_the_order_of_the_document()
    {
        var large = FlagOf("a{1999}");
        var flags = Enumerable.Range(0, 30).Select(i => $"\"f{i}\": {large}");
        var config = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes($$"""
            {"s": { "f0": {{large}}, "plain": {{FlagOf("web-1")}}, {{string.Join(',', flags)}}, "small": {{FlagOf("web-.*")}}, "late": {{large}}, "text": {{FlagOf("web-1", @"web\.example")}} } }
            """));

        // 25 times 1,999 fit into 50,000. The first "f0" is not the one that counts.
        Assert.Equal(
            [.. Enumerable.Range(0, 25).Select(i => $"f{i}"), "plain", "text"],
            Enumerable.Range(0, 30).Select(i => $"f{i}").Concat(["plain", "small", "late", "text"])
                .Where(key => config.Ask(-1, key: key).Reason == EvaluationReason.Canary));
        Assert.Contains("may have 50,000 steps together", config.Ask(-1, key: "f25").Error, StringComparison.Ordinal);
        Assert.Equal(config.Ask(-1, key: "f25").Error, config.Ask(-1, key: "small").Error);
    }

    [Fact]
    public void Survive_51_a_field_that_is_spelt_in_escapes_spends_the_budget_too()
    {
        var escaped = FlagOf("a{1999}").Replace("early_", @"\u0065arly_", StringComparison.Ordinal);
        var config = new ConfigRules(
            ConfigReader.Read(Encoding.UTF8.GetBytes(
                $$"""{"s": { {{string.Join(',', Enumerable.Range(0, 26).Select(i => $"\"f{i}\": {escaped}"))}} } }""")),
            Hashers.Sha1);

        Assert.Null(config.RuleOf(new FlagName("s", "f24"), FlagReaders.Of<int>(), out _)!.Fault);
        Assert.NotNull(config.RuleOf(new FlagName("s", "f25"), FlagReaders.Of<int>(), out _)!.Fault);
    }

    [Fact]
    public void Survive_51_after_a_thousand_patterns_that_can_not_be_read_none_is_looked_at()
    {
        static string Unknown(int count) => FlagOf([.. Enumerable.Range(0, count).Select(i => $@"\p{{No{i}}}")]);
        static SlowrollConfig After(int count) => SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes($$"""{"s": { "bad": {{Unknown(count)}}, "f": {{FlagOf("web-.*")}} } }"""));

        Assert.Equal(EvaluationReason.Canary, After(999).Ask(-1).Reason);
        Assert.Contains("1,000 before it", After(1_000_000).Ask(-1).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"stable": 0, "early_adopter_patterns": ["a{1999}"]}""")]
    [InlineData("""{"stable": 0, "new": 1, "early_adopter_patterns": ["a{1999}"], "early_adopter_patterns": ["b"]}""")]
    [InlineData("""{"stable": 0, "new": {"early_adopter_patterns": ["a{1999}"]}}""")]
    [InlineData("""{"stable": 0, "new": 1, "early_adopter_patterns": {"a": ["a{1999}"]}}""")]
    [InlineData("""{"stable": 0, "new": 1, "early_adopter_patterns": ["a{2000}{3}"]}""")]
    [InlineData("""["early_adopter_patterns", "\u0061"]""")]
    public void What_is_no_pattern_of_a_flag_spends_nothing(string flag)
    {
        var config = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(
            $$"""{"s": { {{string.Join(',', Enumerable.Range(0, 30).Select(i => $"\"f{i}\": {flag}"))}}, "g": {{FlagOf("a{1999}")}} } }"""));

        Assert.Equal(EvaluationReason.Canary, config.Ask(-1, key: "g").Reason);
    }

    private static string FlagOf(params string[] patterns) =>
        $$"""{"stable": 0, "new": 1, "early_adopter_patterns": {{JsonSerializer.Serialize(patterns)}} }""";

    private static string Repeated(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
