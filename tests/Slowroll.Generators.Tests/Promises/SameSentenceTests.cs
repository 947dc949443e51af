using System.Text;
using System.Text.Json;
using Slowroll.Packages.Tests.Mutations;
using Slowroll.Schemas.Drift;
using Slowroll.Schemas.Drift.Reading;
using Slowroll.Schemas.Rules;

namespace Slowroll.Generators.Tests.Promises;

/// <summary>What the running program logs of a flag that it can't read is what the build reports first.</summary>
public class SameSentenceTests
{
    [Theory]
    [InlineData("decide.json")]
    [InlineData("decide_percent.json")]
    public void Every_rollout_of_the_vectors_has_the_same_sentence(string file) => Assert.Empty(
        Cases(file).SelectMany(c => Differences($$"""{ "s": { "f": {{c.GetProperty("rollout").GetRawText()}} } }""")));

    [Fact]
    public void Every_odd_config_has_the_same_sentence() =>
        Assert.Empty(Cases("odd.json").SelectMany(c => Differences(c.GetProperty("text").GetString()!)));

    [Fact]
    public void Every_mistake_in_a_schedule_has_the_same_sentence()
    {
        var different = new List<string>();
        foreach (var c in Cases("refused_schedule.json"))
        {
            var text = c.GetProperty("config").GetRawText();
            var expected = c.GetProperty("refused").GetString();
            var reported = Rejection(text);
            if (expected != "document")
            {
                different.AddRange(Differences(text));
                if (reported is not null)
                    different.Add($"{c.GetProperty("what")}: the build rejects the config: {reported}");
            }
            else if (reported is null
                || Thrown(text) is not { } thrown
                || !thrown.Contains(reported, StringComparison.Ordinal))
            {
                different.Add($"{c.GetProperty("what")}: '{Thrown(text)}' and '{reported}'");
            }
        }

        Assert.Empty(different);
    }

    [Fact]
    public void Every_mistake_of_the_mutation_table_has_the_same_sentence()
    {
        var shop = File.ReadAllText("Mutations/shop.json");

        Assert.Empty(RolloutMutations.All.Where(mutation => mutation.File == "shop.json")
            .SelectMany(mutation => Differences(mutation.In(shop))));
    }

    [Theory]
    [InlineData("""{ "new": 1 }""")]
    [InlineData("""{}""")]
    [InlineData("""7""")]
    [InlineData("""{ "stable": 1, "new": 2, "end_time": "\ud800", "duration": "1d" }""")]
    [InlineData(
        """{ "stable": 1, "new": 2, "end_time": "2030-01-01 00:00Z", "duration": "1d", "start_pct": 101, "salt": "\ud800" }""")]
    [InlineData("""{ "stable": 1, "new": 2, "end_time": "0001-01-01 00:00Z", "duration": "1d", "end_pct": null }""")]
    [InlineData("""{ "stable": 1, "new": 1e999, "interpolate": true, "early_adopters": {} }""")]
    [InlineData("""{ "stable": 1, "new": 1e999, "interpolate": true, "early_adopters": [] }""")]
    [InlineData("""{ "stable": "\ud800", "new": [], "interpolate": true, "early_adopters": [] }""")]
    [InlineData("""{ "stable": 1, "new": 2, "early_adopters": ["a"], "end_time": "soon", "duration": "-1d" }""")]
    [InlineData("""{ "stable": 1, "new": 2, "early_adopter_patterns": ["plain", "(", "["], "duration": 3 }""")]
    [InlineData("""{ "stable": 1, "new": 2, "early_adopter_patterns": ["(?=a)"], "early_adopters": "all" }""")]
    public void A_flag_with_several_mistakes_has_the_same_sentence(string flag) =>
        Assert.Empty(Differences($$"""{ "s": { "f": {{flag}} } }"""));

    private static IEnumerable<string> Differences(string text)
    {
        var config = ConfigDocument.Read(text);
        if (!config.IsReadable)
            yield break;

        using var running = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(text));
        foreach (var flag in config.Flags)
        {
            var logged = running.Explain(flag.Section, flag.Key, "key").Error;
            DriftList problems = new();
            ConfigRolloutReader.Read(flag, null, problems);
            var reported =
                problems.All.FirstOrDefault(problem => problem.Rule == DriftRules.UnreadableRollout)?.Arguments[1];
            if (logged != reported)
                yield return $"{flag.Member.Name}: '{logged}' and '{reported}' in {text}";
        }
    }

    private static string? Rejection(string text)
    {
        ConfigDrift drift =
            new() { Config = ConfigDocument.Read(text), Schema = null, Settings = DriftSettings.Read(null, null) };
        return drift.Find().FirstOrDefault(problem => problem.Rule == DriftRules.NotJson)?.Arguments[0];
    }

    private static string? Thrown(string text) =>
        Record.Exception(() => SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(text)))?.Message;

    private static JsonElement.ArrayEnumerator Cases(string file) =>
        JsonDocument.Parse(File.ReadAllBytes($"Vectors/{file}")).RootElement.GetProperty("cases").EnumerateArray();
}
