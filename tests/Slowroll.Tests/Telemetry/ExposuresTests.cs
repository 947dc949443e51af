using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Slowroll.Tests.Telemetry;

/// <summary>The first evaluation of each flag, hash key and side is logged, and harms no read.</summary>
public sealed class ExposuresTests : IDisposable
{
    private const string Ramp = "\"new\": 2, \"end_time\": \"2030-01-02 00:00Z\", \"duration\": \"1d\"";

    private readonly EventLines _log = new("feature_flag.evaluation");

    public void Dispose() => _log.Dispose();

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
            _log.Only("feature_flag.context.id"));
    }

    [Theory]
    [InlineData("""{"stable": 1}""", "stable static - -")]
    [InlineData("""{"stable": 1, "new": 2, "early_adopters": ["key"]}""", "new targeting_match - -")]
    [InlineData("""{"stable": 1, "new": 2, "early_adopters": ["a"]}""", "stable default - -")]
    [InlineData($$"""{"stable": 1, {{Ramp}}}""", "new split - -")]
    [InlineData("""{"stable": 1, "new": 2, "end_time": "2020-01-02 00:00Z", "duration": "1d"}""", "new split - -")]
    [InlineData(
        """
        {"stable": 1, "new": 2, "start_time": "2030-01-01 00:00Z", "duration": "1d", "waves": [{"audience": "eu"}]}
        """,
        "stable default - -")]
    [InlineData($$"""{"stable": 10, {{Ramp}}, "interpolate": true}""", "new targeting_match - -")]
    [InlineData(
        """{"stable": true}""",
        "default error type_mismatch 'stable' is true, which is no integer of 32 bits.")]
    [InlineData("null", "default error parse_error The flag must be an object with at least 'stable'.")]
    [InlineData(
        """{"stable": 1, "new": 2, "end_time": "2030-01-02 00:00Z"}""",
        "default error parse_error There is an 'end_time' and no 'duration'.")]
    public async Task The_reason_is_one_of_OpenTelemetrys(string flag, string expected)
    {
        var config = Of(flag);
        config.GetFlag("s", "f", -1).Evaluate("key");
        await config.DisposeAsync();

        var line = Assert.Single(_log.Only(
            "feature_flag.result.variant", "feature_flag.result.reason", "error.type", "feature_flag.error.message"));
        Assert.StartsWith(expected.Split(" There")[0].Split(" The flag")[0], line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_flag_and_a_missing_config_are_two_errors()
    {
        await using (var config = Of("""{"stable": 1}"""))
        {
            config.GetFlag("s", "gone", -1).Evaluate("key");
            config.GetValue("s", "gone too", "key", -1);
        }

        await using (var config = SlowrollConfig.Create(new ScriptedSource(), "test", Options()))
            config.GetFlag("s", "early", -1).Evaluate("key");

        Assert.Equal(
            ["s.gone error flag_not_found", "s.gone too error flag_not_found", "s.early error provider_not_ready"],
            _log.Only("feature_flag.key", "feature_flag.result.reason", "error.type"));
    }

    [Fact]
    public async Task An_event_has_the_attributes_of_the_convention_and_a_sentence()
    {
        var source = new ScriptedSource();
        source.Sends("""{"s": {"f": {"stable": 1, "new": 2, "early_adopters": ["ada"]}}}""", "\"v1\"");
        await using (var config = await SlowrollConfig.OpenAsync(source, "test", Options()))
            config.GetFlag("s", "f", -1).Evaluate("ada");

        var only = Assert.Single(_log.All);
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

        Assert.Equal(["stable", "new"], _log.Only("feature_flag.result.variant"));
        Assert.All(_log.All, each =>
        {
            var shown = Assert.IsType<string>(each["feature_flag.context.id"]);
            Assert.StartsWith("ada\\u000D\\u000Aforged: line \\u0023#vso[x]\\u202Exxx", shown, StringComparison.Ordinal);
            Assert.InRange(shown.Length, 100, 201);
        });
    }

    [Fact]
    public async Task Exactly_as_many_are_logged_as_the_option_says_by_however_many_threads_and_a_line_says_so_once()
    {
        const int Most = 1_000;
        var full = new EventLines("ExposuresFull");
        foreach (var log in (EventLines[])[_log, full])
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

        Assert.Equal(Most, _log.All.Count);
        Assert.Equal(Most, _log.Only("feature_flag.context.id").Distinct().Count());
        Assert.Equal(
            "1000 first evaluations were logged, as many as SlowrollOptions.MaxExposures allows: no further one is "
                + "logged until the process starts again.",
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
            var config = Of(flag, Options(_log, most));
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
    public async Task A_logger_that_throws_or_reads_flags_or_blocks_harms_no_read()
    {
        using var goOn = new ManualResetEventSlim();
        var config = Of("""{"stable": 1}""");
        var found = config.GetFlag("s", "f", -1);
        _log.OnLog = () =>
        {
            found.Evaluate("from within");
            if (_log.All.Count > 1)
                goOn.Wait();
            throw new InvalidOperationException("a bug");
        };

        for (var i = 0; i < 500; i++)
            Assert.Equal(1, found.Evaluate($"web-{i}"));
        _log.WaitFor(2);
        Assert.Equal(2, _log.All.Count);

        goOn.Set();
        _log.WaitFor(501);
        await config.DisposeAsync();
        Assert.Equal(501, _log.Only("feature_flag.context.id").Distinct().Count());
    }

    [Fact]
    public async Task An_event_belongs_to_the_trace_in_which_the_flag_was_read()
    {
        List<ActivityTraceId?> traces = [];
        _log.OnLog = () => traces.Add(Activity.Current?.TraceId);
        var config = Of("""{"stable": 1}""");
        using var activity = new Activity("request").Start();
        config.GetValue("s", "f", "key", -1);
        await config.DisposeAsync();

        Assert.Equal([activity.TraceId], traces);
    }

    [Fact]
    public async Task Nothing_is_logged_by_default()
    {
        var config = Of("""{"stable": 1}""", new() { LoggerFactory = _log });
        config.GetValue("s", "f", "key", -1);
        await config.DisposeAsync();

        Assert.Empty(_log.All);
    }

    [Fact]
    public async Task Locks_and_ramps_that_stand_still_are_told()
    {
        var options = Options();
        options.Locks[new("s", "f")] = Side.New;
        await using (var config = Of($$"""{"stable": 1, {{Ramp}}}""", options))
            config.GetFlag("s", "f", -1).Evaluate("key");

        var source = new ScriptedSource();
        source.Sends($$"""{"s": {"f": {"stable": 1, {{Ramp}} } } }""");
        var time = new FakeTimeProvider(OneFlag.Noon);
        options = Options();
        (options.MaxStaleness, options.TimeProvider) = (TimeSpan.FromHours(1), time);
        await using (var config = await SlowrollConfig.OpenAsync(source, "test", options))
        {
            time.Advance(TimeSpan.FromHours(2));
            config.GetFlag("s", "f", -1).Evaluate("key");
        }

        Assert.Equal(
            ["new static", "new stale"], _log.Only("feature_flag.result.variant", "feature_flag.result.reason"));
    }

    private SlowrollConfig Of(string flag, SlowrollOptions? options = null, TimeProvider? time = null)
    {
        options ??= Options();
        options.TimeProvider = time ?? new FakeTimeProvider(OneFlag.Noon);
        return SlowrollConfig.FromJson(
            Encoding.UTF8.GetBytes($$$"""
                {"$slowroll": {"audiences": {"eu": {"keys": ["x"]} } }, "s": {"f": {{{flag}}} } }
                """),
            options);
    }

    private SlowrollOptions Options(EventLines? log = null, int most = 10_000) => new()
    {
        MaxExposures = most,
        LoggerFactory = log ?? _log,
        UseDiskCache = false,
        PollInterval = Timeout.InfiniteTimeSpan,
    };
}
