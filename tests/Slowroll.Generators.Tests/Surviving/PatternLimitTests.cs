using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Drift.Reading;
using static Slowroll.Generators.Tests.Drift.DriftTest;

namespace Slowroll.Generators.Tests.Surviving;

/// <summary>The build holds patterns to the limits of the running program, in its words, and comes to no harm by
/// them.</summary>
public class PatternLimitTests
{
    private const int Flags = 60;

    public static TheoryData<string, string> Bombs => new()
    {
        { Repeated("(", 60_000) + Repeated(")", 60_000), "1,000 characters" },
        { Repeated("[a-", 60_000), "1,000 characters" },
        { string.Join('|', Enumerable.Range(0, 100_000)), "1,000 characters" },
        { Repeated("(", 33) + "a" + Repeated(")", 33), "more than 32 groups" },
        { Repeated("[a-", 40) + "[b]" + Repeated("]", 40), "more than 32 groups" },
        { Repeated("(", 30) + "a" + Repeated("{1000})", 30), "more than 2,000 steps" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task Survive_51_the_compiler_reports_a_pattern_beyond_the_limits_at_its_place(
        string pattern, string reason)
    {
        await AssertFlag(
            "SLOW3005",
            $$"""{ "stable": true, "new": false, {{Schedule}}, "early_adopter_patterns": ["ok.*", [|{{JsonSerializer.Serialize(pattern)}}|]] }""");

        Assert.Contains(reason, Assert.Single(await MessagesOf(
            $$"""{ "stable": true, "new": false, {{Schedule}}, "early_adopter_patterns": [{{JsonSerializer.Serialize(pattern)}}] }""")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Survive_51_the_build_and_the_running_program_refuse_the_same_flags_in_the_same_words(int seed)
    {
        var text = RandomConfig(new(seed));
        var config = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(text));
        var told = new ConfigDrift
        {
            Config =
            ConfigDocument.Read(text),
            Schema = null,
            Settings = DriftSettings.Read(null, null)
        }.Find()
            .Where(problem => problem.Rule.Id == "SLOW3005")
            .ToLookup(problem => $"{problem.Section}.{problem.Key}", problem => problem.Arguments[1]);

        var refused = 0;
        foreach (var (section, key) in
            from section in (string[])["s", "t"] from i in Enumerable.Range(0, Flags) select (section, $"f{i}"))
        {
            var error = config.Explain(section, key, "any").Error;
            refused += error is null ? 0 : 1;
            Assert.Equal((section, key, error is null), (section, key, !told[$"{section}.{key}"].Any()));
            Assert.True(error is null || told[$"{section}.{key}"].Contains(error), $"{section}.{key}: {error}");
        }

        Assert.InRange(refused, 5, (2 * Flags) - 5);
    }

    [Fact]
    public void Hosts_that_lose_new_are_found_among_thousands_of_patterns()
    {
        static ConfigDocument Config(string adopters) =>
            ConfigDocument.Read($$"""{ "s": { "f": { "stable": 0, "new": 1, {{adopters}} } } }""");
        var names = string.Join(',', Enumerable.Range(0, 2_000).Select(i => $"\"web-{i}\""));
        var patterns =
            string.Join(',', Enumerable.Range(0, 1_999).Select(i => $"\"web-({i})\"").Append("\"(?i)WEB-\""));

        var told = new ConfigDrift
        {
            Config = Config($"\"early_adopter_patterns\": [{patterns}]"),
            Earlier = new("live.json", Config($"\"early_adopters\": [{names}]")),
            Schema = null,
            Settings = DriftSettings.Read(null, null),
        }.Find();

        Assert.Contains("'web-1999'", Assert.Single(told, problem => problem.Rule.Id == "SLOW3010").Arguments[1],
            StringComparison.Ordinal);
    }

    // Flags of every kind, twice here and there, in two sections of which one comes twice: what counts is found by both
    // alike.
    private static string RandomConfig(Random random)
    {
        string[] patterns =
            [
                "web-1",
                "web-.*",
                "a{1999}",
                "(?:ab?){400}",
                "(",
                "(?=a)",
                @"\\p{Lu}{900}",
                "(?i)[a-z]{300}",
                "[a-z]{2001}",
                @"(?i)\\d\\u00e9{1500}",
                "(?x)a#",
                "[^\\\\w]{1000}"];
        string Pattern() => random.Next(4) == 0
            ? $"\"(?i)[{(char)random.Next('a', 'z')}-\\u{random.Next(0x100, 0x2000):x4}]\""
            : $"\"{patterns[random.Next(patterns.Length)]}\"";
        string List() => random.Next(15) switch
        {
            0 => "5",
            1 => $"[{Pattern()}, null, {Pattern()}]",
            2 => "[]",
            _ => $"[{string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pattern()))}]",
        };
        string Field() => random.Next(6) == 0 ? @"early_adopter\u005fpatterns" : "early_adopter_patterns";
        string Flag() => random.Next(12) switch
        {
            0 => $$"""{ "stable": 0, "{{Field()}}": {{List()}} }""",
            1 => $$"""{ "stable": 0, "new": 1, "{{Field()}}": {{List()}}, "{{Field()}}": {{List()}} }""",
            2 =>
                $$"""{ "\u006eew": 1, "stable": { "new": { "early_adopter_patterns": {{List()}} } }, /* ( */ "{{Field()}}": {{List()}}, }""",
            _ => $$"""{ "stable": 0, "new": 1, "{{Field()}}": {{List()}} }""",
        };
        string Section()
        {
            var flags = Enumerable.Range(0, Flags)
                .SelectMany(i => Enumerable.Repeat(i, random.Next(8) == 0 ? 2 : 1))
                .Select(i => $"\"f{i}\": {Flag()}");
            return $"{{ {string.Join(',', flags)} }}";
        }


        return $$"""{ "t": {{Section()}}, "s": {{Section()}}, "x": [{{Flag()}}], "t": {{Section()}} }""";
    }

    private static string Repeated(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
