using System.Text;
using System.Text.Json;

namespace Slowroll.Tests.Promises;

/// <summary>What the patterns of a config take of memory, as long as it is in force. Alone: the memory is the whole
/// process's.</summary>
[CollectionDefinition(nameof(PatternMemoryTests), DisableParallelization = true)]
[Collection(nameof(PatternMemoryTests))]
public class PatternMemoryTests
{
    private const int LeftOver = 1_000_000;
    private const int Rounds = 5;

    [Fact]
    public void Survive_51_thousands_of_patterns_are_answered_in_little_memory()
    {
        // What one config of them takes beside another: the automata that both are made with are there already.
        var first = Asked(ThousandsOfPatterns());
        var (config, taken) = Measured(_ => Asked(ThousandsOfPatterns()));

        Assert.InRange(taken, -LeftOver, 8_000_000);
        Assert.Equal((1, 0, 1), (config.Ask(-1, "web-2999-12", "f0").Value, config.Ask(-1, "web-3000-12", "f0").Value,
            first.Ask(-1, "web-0-1", "f0").Value));

        static string ThousandsOfPatterns() => ConfigOf([[.. Enumerable.Range(0, 3_000).Select(i => $@"web-{i}-\d+")]]);
    }

    [Fact]
    public void Survive_51_a_budget_that_is_spent_on_the_largest_classes_takes_little_memory()
    {
        // Each class names tables of its own, and other ones: nothing is found twice.
        _ = Asked(ConfigOf(Costly(0)));
        var (config, taken) = Measured(round => Asked(ConfigOf(Costly(round))));

        Assert.InRange(taken, -LeftOver, 15_000_000);
        Assert.Contains(
            Enumerable.Range(0, 400), i => config.Explain("s", $"f{i}", "key").Reason == EvaluationReason.Invalid);
        Assert.Equal(EvaluationReason.Canary, config.Explain("s", "f0", "key").Reason);

        static string[][] Costly(int round) =>
            [.. Enumerable.Range(0, 400).Select(i => (string[])[
                $@"(?i)([\w\p{{L}}\P{{IsGreek}}\u{0x100 + i + (round * 1_000):x4}-\u2fff-[\p{{Lu}}\d]]?x){{90}}"
            ])];
    }

    // What other tests have left behind goes away in its own time, and then the difference says nothing: once more.
    private static (SlowrollConfig Config, long Taken) Measured(Func<int, SlowrollConfig> make)
    {
        for (var round = 1; ; round++)
        {
            var before = HeapBytes();
            var config = make(round);
            var taken = HeapBytes() - before;
            if (taken >= -LeftOver || round == Rounds)
                return (config, taken);
        }
    }

    private static long HeapBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static SlowrollConfig Asked(string json)
    {
        var config = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(json));
        for (var i = 0; i < 400; i++)
            config.GetValue("s", $"f{i}", "key", 0);
        return config;
    }

    private static string ConfigOf(string[][] flags) =>
        $$"""{"s": { {{string.Join(',', flags.Select((patterns, i) => $"\"f{i}\": {FlagOf(patterns)}"))}} } }""";

    private static string FlagOf(string[] patterns) =>
        $$"""{"stable": 0, "new": 1, "early_adopter_patterns": {{JsonSerializer.Serialize(patterns)}} }""";
}
