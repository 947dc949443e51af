using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Logging;
using Slowroll.Documents;
using Slowroll.Evaluating;
using Slowroll.Locking;
using static Slowroll.Tests.ScriptedSource;

namespace Slowroll.Tests.Evaluating;

/// <summary>What the whole process allocates is counted: nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(FlagTableTests), DisableParallelization = true)]
[Collection(nameof(FlagTableTests))]
public class FlagTableTests
{
    private const int Many = 100_000;
    private readonly ScriptedSource _source = new();

    [Fact]
    public void A_config_of_100_000_flags_is_read_and_asked_without_allocating()
    {
        var flags = string.Join(',', Enumerable.Range(0, Many).Select(i => $$"""
            "f{{i}}": {"stable": {{i}}, "new": -1, "end_time": "2030-01-02 00:00Z", "duration": "1d", "start_pct": 50}
            """));
        var config = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes($$"""{"s": { {{flags}} } }"""));
        string[] asked = ["f0", "f1", "f50000", "f99999"];
        Assert.All(asked, key => Assert.Contains(config.Ask(-2, key: key).Value, (int[])[int.Parse(key[1..]), -1]));

        Assert.Equal(0, Allocated(() =>
        {
            foreach (var key in asked)
                config.GetValue("s", key, "web-1", -2);
            config.GetValue("s", "f100000", "web-1", -2);
        }));
    }

    [Fact]
    public async Task Of_100_000_flags_only_those_that_are_asked_for_are_looked_at()
    {
        string Faulty(int stamp) =>
            $$"""{"s": { {{string.Join(',', Enumerable.Range(0, Many).Select(i => $$"""    "f{{i}}": {"new": {{stamp}} }"""))}} } }""";
        var faulty = new List<string>();
        var log = new CallingLogger((_, state) =>
        {
            if (state is IReadOnlyList<KeyValuePair<string, object?>> values
                && values.FirstOrDefault(value => value.Key == "Flag").Value is { } flag)
            {
                faulty.Add(flag.ToString()!);
            }
        });
        _source.Sends(Faulty(1));
        await using var config = await OpenAsync(log);
        var flag = config.GetFlag("s", "f7", -1);
        config.GetValue("s", "f8", "key", -1);
        Assert.Equal(["s.f7", "s.f8"], faulty);

        _source.Sends(Faulty(2));
        await config.RefreshAsync();
        Assert.Equal(["s.f7", "s.f7", "s.f8", "s.f8"], faulty.Order());

        config.GetValue("s", "f8", "key", -1);
        Assert.Equal(4, faulty.Count);
        GC.KeepAlive(flag);
    }

    [Fact]
    public async Task Flags_of_made_up_names_are_forgotten_when_nobody_holds_them()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync(null);
        AskForMadeUpNames(config, 1_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var round = 0; round < 10; round++)
        {
            AskForMadeUpNames(config, Many / 5);
            GC.Collect();
        }

        // What is left are the places of those that came last; all 200,000 would hold more than 50 MB.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 20_000_000);

        _source.Sends(Config(2));
        await config.RefreshAsync();
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4_000_000);
    }

    [Fact]
    public void A_fixed_config_does_not_remember_made_up_names_either()
    {
        var config = SlowrollConfig.FromJson(Encoding.UTF8.GetBytes(Config(1)));
        AskForMadeUpNames(config, 1_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        AskForMadeUpNames(config, Many);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4_000_000);
        GC.KeepAlive(config);
    }

    [Fact]
    public async Task A_flag_that_is_held_follows_the_config_through_collections_and_among_forgotten_ones()
    {
        _source.Sends("{}");
        await using var config = await OpenAsync(null);
        var held = Enumerable.Range(0, 1_000)
            .Select(i => config.GetFlag("s", i == 500 ? "f" : $"held {i}", -1))
            .ToList();
        AskForMadeUpNames(config, 1_000);
        GC.Collect();
        AskForMadeUpNames(config, 1_000);

        _source.Sends(Config(2));
        await config.RefreshAsync();

        Assert.Equal(2, held[500].Evaluate("key"));
        Assert.Equal(2, held.Where(flag => flag.Evaluate("key") != -1).Sum(flag => flag.Evaluate("key")));
    }

    [Fact]
    public async Task No_flag_that_is_found_while_a_config_comes_misses_it()
    {
        var first = ConfigReader.Read("""{"s": {"f": {"stable": 1} } }"""u8.ToArray());
        var second = ConfigReader.Read("""{"s": {"f": {"stable": 2} } }"""u8.ToArray());
        var reader = ValueReaders.Of<int>(allowsNull: false);
        using var go = new Barrier(2);
        FlagTable table = null!;
        FlagSlot<int> slot = null!;

        await Task.WhenAll(
            Run(() => { }, () => table!.Follow(second)), Run(New, () => slot = table!.SlotOf(new("s", "f"), reader)));

        void New() => table = new FlagTable(
            new RuleBook(new(first, Hashers.Sha1), FlagLocks.None),
            DecisionClock.Of(TimeProvider.System),
            isFixed: false,
            (_, _) => { });

        Task Run(Action prepare, Action race) => Task.Factory.StartNew(() =>
        {
            for (var round = 0; round < 3_000; round++)
            {
                prepare();
                go.SignalAndWait();
                race();
                go.SignalAndWait();
                Assert.Equal(2, slot.Evaluate(default, -1));
                go.SignalAndWait();
            }
        }, TaskCreationOptions.LongRunning);
    }

    [Fact]
    public async Task A_handler_hears_of_its_flag_even_if_nobody_holds_the_flag()
    {
        _source.Sends(Config(1));
        await using var config = await OpenAsync(null);
        var heard = 0;
        Listen(config, () => heard++);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        _source.Sends(Config(2));
        await config.RefreshAsync();

        Assert.Equal(1, heard);
    }

    // In methods of their own, so that no local variable holds a flag.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Listen(SlowrollConfig config, Action heard) =>
        config.GetFlag("s", "f", -1).Changed += (_, _) => heard();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AskForMadeUpNames(SlowrollConfig config, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var name = $"user {Guid.NewGuid()}";
            Assert.Equal(-1, config.GetFlag("s", name, -1).Evaluate("key"));
            Assert.Equal(-1, config.GetValue("s", name, "key", -1));
            if (i % 1_000 == 0)
                Assert.Equal(EvaluationReason.Missing, config.Explain("s", name, "key").Reason);
        }
    }

    private static long Allocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private Task<SlowrollConfig> OpenAsync(ILoggerFactory? log) => SlowrollConfig.OpenAsync(
        _source, "test",
        new SlowrollOptions { UseDiskCache = false, PollInterval = Timeout.InfiniteTimeSpan, LoggerFactory = log });
}
