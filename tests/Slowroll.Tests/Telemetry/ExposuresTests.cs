using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Tests.Telemetry;

/// <summary>The first evaluation of each flag, hash key and side is logged, and harms no read.</summary>
public sealed class ExposuresTests : ExposedFlag
{
    public static TheoryData<string> Flags => new()
    {
        """{"stable": 1}""",
        $$"""{"stable": 1, {{Ramp}}}""",
        $$"""{"stable": 1, {{Ramp}}, "interpolate": true}""",
        """{"stable": 1, "new": 2, "end_time": "2020-01-02 00:00Z", "duration": "1d"}""",
        """{"new": 2}""",
        "null",
    };

    [Theory]
    [MemberData(nameof(Flags))]
    public async Task Every_way_to_read_counts_and_the_same_question_counts_once(string flag)
    {
        var config = Of(flag);
        var found = config.GetFlag("s", "f", -1);
        FlagKey<int> key = new("s", "f", -1);
        for (var i = 0; i < 3; i++)
        {
            found.Evaluate("flag");
            found.Evaluate(new HashKey("hashed"));
            config.GetValue("s", "f", "by name", -1);
            config.GetValue("s", "f", new HashKey("by name, hashed"), -1);
            config.GetValue(key, "by typed name");
            config.GetValue(key, new HashKey("by typed name, hashed"));
            var frozen = config.Freeze();
            frozen.GetFlag("s", "f", -1).Evaluate("frozen");
            frozen.GetValue("s", "f", "frozen, by name", -1);
            config.Explain("s", "f", "explained");
        }

        await config.DisposeAsync();
        Assert.Equal(
            [
                "flag", "hashed", "by name", "by name, hashed", "by typed name", "by typed name, hashed", "frozen",
                "frozen, by name",
            ],
            Log.Only("feature_flag.context.id"));
    }

    [Fact]
    public async Task An_event_has_the_attributes_of_the_convention_and_a_sentence()
    {
        var source = new ScriptedSource();
        source.Sends("""{"s": {"f": {"stable": 1, "new": 2, "early_adopters": ["ada"]}}}""", "\"v1\"");
        await using (var config = await SlowrollConfig.OpenAsync(source, "test", Options()))
            config.GetFlag("s", "f", -1).Evaluate("ada");

        var only = Assert.Single(Log.All);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["feature_flag.key"] = "s.f",
                ["feature_flag.result.variant"] = "new",
                ["feature_flag.result.reason"] = "targeting_match",
                ["feature_flag.provider.name"] = "slowroll",
                ["feature_flag.context.id"] = "ada",
                ["feature_flag.set.id"] = "script",
                ["feature_flag.version"] = "\"v1\"",
                ["{OriginalFormat}"] = "The flag {feature_flag.key} gave {feature_flag.result.variant} to "
                    + "{feature_flag.context.id} ({feature_flag.result.reason}).",
                ["level"] = Microsoft.Extensions.Logging.LogLevel.Information,
                ["message"] = "The flag s.f gave new to ada (targeting_match).",
            },
            only);
    }

    [Fact]
    public async Task A_hash_key_is_cut_and_on_one_line_and_a_side_that_it_gets_later_counts_again()
    {
        var time = new FakeTimeProvider(OneFlag.Noon.AddDays(-3));
        var config = Of($$"""{"stable": 1, {{Ramp}}}""", time: time);
        var hostile = "ada\r\nforged: line ##vso[x]\u202e" + new string('x', 100_000);
        config.GetFlag("s", "f", -1).Evaluate(hostile);
        time.SetUtcNow(OneFlag.Noon.AddDays(3));
        config.GetFlag("s", "f", -1).Evaluate(hostile);
        await config.DisposeAsync();

        Assert.Equal(["stable", "new"], Log.Only("feature_flag.result.variant"));
        Assert.All(Log.All, each =>
        {
            var shown = Assert.IsType<string>(each["feature_flag.context.id"]);
            Assert.StartsWith(
                "ada\\u000D\\u000Aforged: line \\u0023#vso[x]\\u202Exxx", shown, StringComparison.Ordinal);
            Assert.InRange(shown.Length, 100, 201);
        });
    }

    [Fact]
    public async Task Exactly_as_many_areLogged_as_the_option_says_by_however_many_threads_and_a_line_says_so_once()
    {
        const int Most = 1_000;
        var full = new EventLines("ExposuresFull");
        foreach (var log in (EventLines[])[Log, full])
        {
            var config = Of("""{"stable": 1}""", Options(log, Most));
            var found = config.GetFlag("s", "f", -1);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
            {
                for (var i = 0; i < 3 * Most; i++)
                    found.Evaluate($"{(i * 7 + thread * 300) % (3 * Most)}");
            })));
            await config.DisposeAsync();
        }

        Assert.Equal(Most, Log.All.Count);
        Assert.Equal(Most, Log.Only("feature_flag.context.id").Distinct().Count());
        Assert.Equal(
            "As many first evaluations came as SlowrollOptions.MaxExposures allows (1000): no further one is logged "
                + "until the process starts again.",
            Assert.Single(full.All)["message"]);
    }

    [Fact]
    public async Task As_many_pairs_as_fit_are_not_too_many()
    {
        var full = new EventLines("ExposuresFull");
        var config = Of("""{"stable": 1}""", Options(full, 2));
        foreach (var hashKey in (string[])["a", "b", "a", "b"])
            config.GetValue("s", "f", hashKey, -1);
        await config.DisposeAsync();

        Assert.Empty(full.All);
    }

    [Theory]
    [MemberData(nameof(Flags))]
    public void A_read_allocates_nothing_when_the_pair_is_known_and_when_there_is_no_room(string flag)
    {
        foreach (var most in (int[])[1_000, 1])
        {
            var config = Of(flag, Options(Log, most));
            var found = config.GetFlag("s", "f", -1);
            string[] hashKeys = ["one", "two", "three"];
            Read();

            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
                Read();
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

            void Read()
            {
                foreach (var hashKey in hashKeys)
                {
                    found.Evaluate(hashKey);
                    config.GetValue("s", "f", hashKey, -1);
                    config.GetValue("s", "missing", hashKey, -1);
                }
            }
        }
    }

    [Fact]
    public async Task ALogger_that_throws_or_reads_flags_or_blocks_harms_no_read()
    {
        using var goOn = new ManualResetEventSlim();
        var config = Of("""{"stable": 1}""");
        var found = config.GetFlag("s", "f", -1);
        Log.OnLog = () =>
        {
            found.Evaluate("from within");
            if (Log.All.Count > 1)
                goOn.Wait();
            throw new InvalidOperationException("a bug");
        };

        for (var i = 0; i < 500; i++)
            Assert.Equal(1, found.Evaluate($"web-{i}"));
        Log.WaitFor(2);
        Assert.Equal(2, Log.All.Count);

        goOn.Set();
        Log.WaitFor(501);
        await config.DisposeAsync();
        Assert.Equal(501, Log.Only("feature_flag.context.id").Distinct().Count());
    }

    [Fact]
    public async Task An_event_belongs_to_the_trace_in_which_the_flag_was_read()
    {
        List<ActivityTraceId?> traces = [];
        Log.OnLog = () => traces.Add(Activity.Current?.TraceId);
        var config = Of("""{"stable": 1}""");
        using var activity = new Activity("request").Start();
        config.GetValue("s", "f", "key", -1);
        await config.DisposeAsync();

        Assert.Equal([activity.TraceId], traces);
    }

    [Fact]
    public async Task Nothing_isLogged_by_default()
    {
        var config = Of("""{"stable": 1}""", new() { LoggerFactory = Log });
        config.GetValue("s", "f", "key", -1);
        await config.DisposeAsync();

        Assert.Empty(Log.All);
    }
}
