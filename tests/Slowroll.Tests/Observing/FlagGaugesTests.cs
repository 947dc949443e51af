using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Slowroll.Tests.Promises;

namespace Slowroll.Tests.Observing;

/// <summary>Whoever listens sees the share that the config gives, and the side of this process.</summary>
[Collection(nameof(TelemetryTests))]
public sealed class FlagGaugesTests : IDisposable
{
    private const string Day = "\"stable\": 1, \"new\": 2, \"end_time\": \"2030-01-02 00:00Z\", \"duration\": \"1d\"";

    private const string Waves =
        "\"stable\": 1, \"new\": 2, \"start_time\": \"2030-01-01 00:00Z\", \"duration\": \"1d\"";

    private readonly FakeTimeProvider _time = new(OneFlag.Noon);
    private readonly ScriptedSource _source = new();
    private readonly Lines _log = new();
    private readonly TemporaryDirectory _directory = new();
    private readonly MeterListener _meters = new();
    private readonly List<string> _heard = [];

    public FlagGaugesTests()
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "Slowroll", Name: "slowroll.flag.share" or "slowroll.flag.on_new" })
                listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _meters.Start();
    }

    public void Dispose()
    {
        _meters.Dispose();
        _directory.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task A_share_follows_the_schedule_and_a_rollback_and_the_side_follows_both()
    {
        Sends($$"""
            "f": { {{Day}}, "rollback": {"from": "2030-01-02 06:00Z", "over": "4h"} },
            "late": { {{Day}}, "salt": "x" }, "old": {"stable": 1}
            """);
        await using var config = await OpenAsync("web-1");
        var (f, late) = (config.Explain("s", "f", "web-1").OnNew!, config.Explain("s", "late", "web-1").OnNew!);

        foreach (var hour in (double[])[0, 3, 6, 11.9, 12, 17.9, 20, 21, 23])
        {
            _time.SetUtcNow(OneFlag.Noon.AddHours(hour));
            var now = _time.GetUtcNow();
            var ramp = Math.Min(100, (hour + 12) / 24 * 100);
            var left = hour < 18 ? ramp : Math.Max(0, (22 - hour) / 4 * 100);
            Assert.Equal(
                [
                    $"slowroll.flag.share {left:0.###} s.f script",
                    $"slowroll.flag.share {ramp:0.###} s.late script",
                    $"slowroll.flag.on_new {(now >= f.EntersAt && now < f.LeavesAt ? 1 : 0)} s.f script",
                    $"slowroll.flag.on_new {(now >= late.EntersAt ? 1 : 0)} s.late script",
                ],
                Observe());
        }
    }

    [Fact]
    public async Task Each_wave_has_a_share_and_a_number_between_two_has_no_side()
    {
        Sends(
            $$"""
            "f": { {{Waves}}, "waves": [{"audience": "eu"}, {"audience": "us", "after": "6h"}, {"after": "12h"}] },
            "n": { {{Day}}, "interpolate": true }, "canary": {"stable": 1, "new": 2, "early_adopters": ["web-1"]},
            "broken": {"stable": 1, "new": 2, "end_time": "soon"}
            """,
            "\"$slowroll\": {\"audiences\": {\"eu\": {\"keys\": [\"x\"]}, \"us\": {\"keys\": [\"y\"]}}},");
        await using var config = await OpenAsync("web-1");

        Assert.Equal(
            [
                "slowroll.flag.share 50 s.f script eu",
                "slowroll.flag.share 25 s.f script us",
                "slowroll.flag.share 0 s.f script all",
                "slowroll.flag.share 50 s.n script",
                "slowroll.flag.on_new 0 s.f script",
                "slowroll.flag.on_new 1 s.canary script",
            ],
            Observe());
    }

    [Fact]
    public async Task A_lock_changes_the_side_of_this_process_and_no_share()
    {
        Sends($$"""  "f": { {{Day}}, "start_pct": 0, "end_pct": 1 }  """);
        await using var config = await OpenAsync("web-1", options => options.Locks[new("s", "f")] = Side.New);

        Assert.Equal(["slowroll.flag.share 0.5 s.f script", "slowroll.flag.on_new 1 s.f script"], Observe());
    }

    [Fact]
    public async Task Without_a_hash_key_of_the_process_there_are_shares_only_and_after_the_end_nothing()
    {
        Sends($$"""  "f": { {{Day}} }  """);
        var config = await OpenAsync(null);
        Assert.Equal(["slowroll.flag.share 50 s.f script"], Observe());

        await config.DisposeAsync();
        Assert.Empty(Observe());
    }

    [Fact]
    public async Task A_new_config_is_observed_at_once()
    {
        Sends($$"""  "f": { {{Day}} }  """);
        await using var config = await OpenAsync(null);
        Observe();
        Sends($$"""  "g": { {{Day}}, "end_pct": 10 }  """);
        await config.RefreshAsync();

        Assert.Equal(["slowroll.flag.share 5 s.g script"], Observe());
    }

    [Fact]
    public async Task Of_very_many_waves_a_thousand_series_are_observed_the_moving_ones_first_and_a_line_says_so()
    {
        const string Over =
            "\"stable\": 1, \"new\": 2, \"end_time\": \"2020-01-02 00:00Z\", \"duration\": \"1d\"";
        const string Future =
            "\"stable\": 1, \"new\": 2, \"start_time\": \"2040-01-02 00:00Z\", \"duration\": \"1d\"";
        var waves = string.Join(
            ", ", Enumerable.Range(0, 50).Select(i => $$"""{"audience": "a{{i}}", "after": "{{i}}h"}"""));
        var audiences = string.Join(
            ", ", Enumerable.Range(0, 50).Select(i => $$"""  "a{{i}}": {"keys": ["x{{i}}"]}  """));
        Sends(string.Join(", ", Enumerable.Range(0, 2_000).Select(i =>
            $$"""  "over{{i}}": { {{Over}} }, "waves{{i}}": { {{Future}}, "waves": [{{waves}}] }  """))
            + $$""", "moves": { {{Day}} }""",
            $$"""  "$slowroll": {"audiences": { {{audiences}} } },  """);
        await using var config = await OpenAsync("web-1", options => options.MaxConfigBytes = 64 << 20);

        var observed = Observe();
        Assert.True(SpinWait.SpinUntil(
            () => (observed = Observe()).Any(each => each.Contains("share", StringComparison.Ordinal)),
            TimeSpan.FromMinutes(1)));

        Assert.Contains("slowroll.flag.share 50 s.moves script", observed);
        Assert.All(
            (string[])["slowroll.flag.share", "slowroll.flag.on_new"],
            name => Assert.InRange(observed.Count(each => each.Split(' ')[0] == name), 1, 1_000));
        Observe();
        Assert.Equal(
            "Warning: The gauges of flags leave out",
            Assert.Single(_log.With("leave out"))[.."Warning: The gauges of flags leave out".Length]);
    }

    [Fact]
    public async Task Names_are_on_one_line_and_cut_and_no_series_comes_twice()
    {
        var longName = new string('x', 500);
        Sends($$"""
            "a\nb": { {{Day}} }, "{{longName}}1": { {{Day}} }, "{{longName}}2": { {{Day}} }
            """);
        await using var config = await OpenAsync("web-1");

        var shown = $"s.{new string('x', 120)}…";
        Assert.Equal(
            ["s.a\\u000Ab", shown, "s.a\\u000Ab", shown], Observe().Select(each => each.Split(' ')[2]));
    }

    [Fact]
    public async Task A_config_that_starts_a_stopped_clock_while_it_is_observed_leaves_no_share_of_the_one_before()
    {
        const string Late = "\"stable\": 1, \"new\": 2, \"end_time\": \"2030-01-01 13:30Z\", \"duration\": \"0s\"";
        var time = new InterruptedTime { Now = OneFlag.Noon };
        Sends($$"""  "f": { {{Late}} }  """);
        await using var config = await OpenAsync(null, options =>
        {
            options.TimeProvider = time;
            options.MaxStaleness = TimeSpan.FromHours(1);
        });
        time.Now = OneFlag.Noon.AddHours(2);
        Assert.Equal(["slowroll.flag.share 0 s.f script"], Observe());

        Sends($$"""  "f": { {{Day}}, "end_pct": 0 }  """);
        time.Interrupt = () => Assert.Equal(RefreshOutcome.Updated, config.RefreshAsync().GetAwaiter().GetResult());
        Assert.Equal(["slowroll.flag.share 0 s.f script"], Observe());
        Assert.Null(time.Interrupt);
    }

    private sealed class InterruptedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        /// <summary>Happens once, while somebody reads the clock.</summary>
        public Action? Interrupt { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            var interrupt = Interrupt;
            Interrupt = null;
            interrupt?.Invoke();
            return Now;
        }
    }

    private void Sends(string flags, string settings = "") =>
        _source.Sends($$"""{ {{settings}} "s": { {{flags}} } }""");

    private Task<SlowrollConfig> OpenAsync(string? own, Action<SlowrollOptions>? configure = null)
    {
        var options = new SlowrollOptions
        {
            ProcessHashKey = own is null ? null : new HashKey(own),
            TimeProvider = _time,
            LoggerFactory = _log,
            UseDiskCache = false,
            PollInterval = Timeout.InfiniteTimeSpan,
        };
        configure?.Invoke(options);
        return SlowrollConfig.OpenAsync(_source, "test", options);
    }

    private List<string> Observe()
    {
        _heard.Clear();
        _meters.RecordObservableInstruments();
        return [.. _heard];
    }

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{instrument.Name} {value:0.###}");
        foreach (var (_, tag) in tags)
            text += $" {tag}";
        _heard.Add(text);
    }
}
